// Ticks for the folder of excerpts: how many there are, and those of other pages of the same search, kept until they are sent or the window is closed.
(function (site) {
  'use strict';

  var form = document.getElementById('picks');
  if (!form) {
    return;
  }

  var news = form.querySelector('[role="status"]');
  var key = 'plansearch-picks ' + (form.dataset.plan || '') + ' ' + form.elements.search.value;
  var ticks = read();

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(key)) || [];
    } catch (refused) {
      return [];
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify(ticks));
    } catch (refused) {
      // A browser that keeps nothing: what is ticked on this page is still sent.
      return;
    }
  }

  // How many mentions a box stands for: *13 those of a record, else one for each place in a block; see ClipPick.cs.
  function mentionsOf(value) {
    var place = value.slice(value.lastIndexOf('#') + 1).split('.');
    return place.length > 1 && place[1].charAt(0) === '*' ? Number(place[1].slice(1)) : place.slice(1).join('.').split(',').length;
  }

  function tell() {
    var count = ticks.reduce(function (sum, value) { return sum + mentionsOf(value); }, 0);
    form.classList.toggle('filled', count > 0);
    news.textContent = count > 0 ? site.words.picked.replace('{0}', count) : '';
  }

  // What stands in a record that is ticked is ticked with it.
  function recordOf(box) {
    var hit = box.className === 'pick' && box.closest('.hit');
    return hit ? hit.querySelector('.whole') : null;
  }

  function show() {
    site.all('.whole, .pick').forEach(function (box) {
      var record = recordOf(box);
      box.disabled = record !== null && ticks.indexOf(record.value) >= 0;
      box.checked = box.disabled || ticks.indexOf(box.value) >= 0;
    });
    tell();
  }

  document.addEventListener('change', function (event) {
    var box = event.target;
    if (box.className !== 'pick' && box.className !== 'whole') {
      return;
    }

    var inside = box.className === 'whole' ? Array.prototype.map.call(box.closest('.hit').querySelectorAll('.pick'), function (one) { return one.value; }) : [];
    ticks = ticks.filter(function (value) { return value !== box.value && inside.indexOf(value) < 0; });
    if (box.checked) {
      ticks.push(box.value);
    }

    keep();
    show();
  });

  form.addEventListener('submit', function () {
    var here = site.all('.whole, .pick').map(function (box) { return box.value; });
    ticks.filter(function (value) { return here.indexOf(value) < 0; }).forEach(function (value) {
      field('pick', value);
    });
    ticks = [];
    keep();
  });

  // All of a page at once.
  var all = site.button(site.words.pickAll, function () {
    var boxes = site.all('.whole, .pick').filter(function (box) { return recordOf(box) === null; });
    var isFull = boxes.every(function (box) { return box.checked; });
    boxes.forEach(function (box) {
      box.checked = !isFull;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });
  all.className = 'quiet';
  all.hidden = site.all('.whole, .pick').length < 2;
  form.insertBefore(all, news);
  // Here they can be ticked and seen before they are sent.
  if (form.elements['whole-page']) {
    form.elements['whole-page'].hidden = true;
  }

  document.addEventListener('picks-listed', show);
  // A page that comes back from the history shows what is kept now.
  window.addEventListener('pageshow', function () {
    ticks = read();
    site.all('#picks input[name="pick"], #picks input[name="quote"]').forEach(function (sent) { sent.remove(); });
    show();
  });

  // What is selected in a line of a list, or in a block of a plan, is picked by its place; its words go along and prove it.
  var picker = site.button(site.words.pickSelection, function () {
    field('pick', picker.dataset.pick);
    field('quote', picker.dataset.quote);
    site.all('.whole, .pick').forEach(function (box) { box.checked = false; });
    form.elements.search.value = '';
    form.submit();
  });
  picker.className = 'citer quiet';
  picker.hidden = true;
  // A press must not take the selection away.
  picker.addEventListener('mousedown', function (event) { event.preventDefault(); });
  document.getElementById('main').appendChild(picker);

  function field(name, value) {
    var hidden = document.createElement('input');
    hidden.type = 'hidden';
    hidden.name = name;
    hidden.value = value;
    form.appendChild(hidden);
  }

  // Where a selection stands: the line or block around its start, the name of its block, and where in it the line begins.
  function hostOf(range) {
    var start = range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentNode;
    var line = start.closest('[data-block]');
    if (start.closest('.kwic-place, .passage small, .passage i')) {
      return null;
    }

    if (line) {
      return { root: line, block: line.dataset.block, offset: Number(line.dataset.offset || 0), between: '' };
    }

    var block = site.blockOf ? site.blockOf(range.startContainer) : null;
    return block ? { root: block, block: form.dataset.plan + '#' + block.id, offset: 0, between: '\t' } : null;
  }

  // The text of a stretch without what the page has added to it; cells stand side by side in a line, and behind a TAB in a table.
  function textOf(range, between) {
    var copy = range.cloneContents();
    Array.prototype.forEach.call(copy.querySelectorAll('.steps, .pin, .line, small, i, .kwic-place'), function (extra) { extra.remove(); });
    var cells = copy.querySelectorAll('td, th');
    return cells.length === 0 ? copy.textContent : Array.prototype.map.call(cells, function (cell) { return cell.textContent; }).join(between);
  }

  function stretch(from, fromOffset, to, toOffset) {
    var range = document.createRange();
    range.setStart(from, fromOffset);
    range.setEnd(to, toOffset);
    return range;
  }

  document.addEventListener('selectionchange', function () {
    var selection = window.getSelection();
    var range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    var host = range && hostOf(range);
    picker.hidden = !host || !host.root.contains(range.endContainer);
    if (picker.hidden) {
      return;
    }

    var before = textOf(stretch(host.root, 0, range.startContainer, range.startOffset), host.between);
    var words = textOf(range, host.between);
    var box = range.getBoundingClientRect();
    var top = Math.min(box.bottom + 6, window.innerHeight - 40);
    picker.hidden = words.trim() === '';
    picker.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - 140)) + 'px';
    // Below the button that cites, or above it at the foot of the window.
    picker.style.top = (top + (site.blockOf ? (box.bottom + 80 > window.innerHeight ? -34 : 34) : 0)) + 'px';
    picker.dataset.pick = host.block + '.' + (host.offset + before.length) + '.' + words.length;
    picker.dataset.quote = words;
  });
})(window.planSearch);
