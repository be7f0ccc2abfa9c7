// A plan's text: stepping through its mentions, and citing what is selected.
(function (site) {
  'use strict';

  var words = site.words;
  var text = document.querySelector('.plan-text');
  if (!text) {
    return;
  }

  // By the address, so that the place can be passed on; in place of the one before, so that Back leads to the list one came from.
  var marks = site.all('.plan-text mark[id]');

  function currentMark() {
    var id = decodeURIComponent(location.hash.slice(1));
    for (var at = 0; at < marks.length; at++) {
      if (marks[at].id === id) {
        return at;
      }
    }

    return -1;
  }

  function step(by) {
    var at = currentMark();
    var next = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
    location.replace('#' + encodeURIComponent(marks[next].id));
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('.plan-text mark a, .plan-text .steps a');
    if (link && site.isPlain(event) && link.getAttribute('href').charAt(0) === '#') {
      event.preventDefault();
      location.replace(link.getAttribute('href'));
    }
  });

  // Previous and next stay at hand; without script they stand beside the mark one is at.
  if (marks.length > 0) {
    var stepper = document.createElement('nav');
    var place = document.createElement('span');
    var tell = function () {
      var at = currentMark();
      place.textContent = (at < 0 ? '' : (at + 1) + ' / ') + (marks.length === 1 ? words.ofOne : words.of.replace('{0}', marks.length));
    };
    stepper.className = 'stepper';
    stepper.setAttribute('aria-label', words.stepper);
    stepper.appendChild(site.button(words.previous, function () { step(-1); }));
    stepper.appendChild(place);
    stepper.appendChild(site.button(words.next, function () { step(1); }));
    // In the bar that is always in sight.
    document.getElementById('picks').insertBefore(stepper, document.getElementById('picks').firstChild);
    window.addEventListener('hashchange', tell);
    tell();
    site.step = step;
  }

  // The panel as the page itself would have it: see CitePanel.razor.
  function panelOf(cited) {
    var panel = document.importNode(document.getElementById('cite-blank').content, true).querySelector('#cite');
    Array.prototype.forEach.call(panel.querySelectorAll('[data-says]'), function (place) {
      place.textContent = cited[place.dataset.says];
    });
    panel.querySelector('[data-says="address"]').href = cited.address;
    panel.querySelector('[data-similar]').href = cited.similar;
    var button = panel.querySelector('button');
    button.value = cited.pick;
    panel.querySelector('[name="search"]').value = cited.search;
    if (cited.quoted === null) {
      var line = panel.querySelector('[data-says="quoted"]').parentNode;
      line.previousElementSibling.remove();
      line.remove();
      button.textContent = button.dataset.block;
    }

    return panel;
  }

  // The citation of a block, below it: one stays where one is, with what is marked.
  function cite(address, block, andThen) {
    var from = document.activeElement;
    site.json(address).then(function (cited) {
      var panel = panelOf(cited);
      var former = document.getElementById('cite');
      if (former) {
        former.remove();
      }

      panel.querySelector('form').appendChild(site.button(words.close, function () {
        panel.remove();
        from.focus();
      })).className = 'quiet';
      panel.tabIndex = -1;
      site.addCopiers(panel);
      // A row is cited below its table.
      var above = block.closest('.wide') || block;
      above.parentNode.insertBefore(panel, above.nextSibling);
      panel.focus({ preventScroll: true });
      panel.scrollIntoView({ block: 'nearest' });
      if (andThen) {
        andThen(panel);
      }
    }).catch(function () {
      // What cannot be shown here is shown by the page itself.
      location.href = address.replace('/cite?', '?') + '#cite';
    });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('.plan-text .pin, .plan-text .steps a');
    if (link && site.isPlain(event) && link.hash === '#cite') {
      event.preventDefault();
      cite(link.pathname + '/cite' + link.search, blockOf(link));
    }
  });

  // What is selected is copied with its citation, by an address of its own: its words as they stand, marked, at the block they stand in.
  var citer = site.button(words.citeSelection, function () {
    cite(citer.dataset.address, document.getElementById(citer.dataset.block), function (panel) { panel.querySelector('.copy').click(); });
  });
  citer.className = 'citer quiet';
  citer.hidden = true;
  // A press must not take the selection away.
  citer.addEventListener('mousedown', function (event) { event.preventDefault(); });
  text.appendChild(citer);

  function blockOf(node) {
    var at = node.nodeType === 1 ? node : node.parentNode;
    while (at && at !== text && (!at.id || at.nodeName === 'MARK' || !at.closest('.plan-text'))) {
      at = at.parentNode;
    }

    return at && at !== text && !at.closest('.plan-head, .folded, .cite, .picks') ? at : null;
  }

  site.blockOf = blockOf;

  // As AddressQuery.cs writes it: what is long stands as a code, in UTF-16, little-endian, in base64url.
  function queryOf(words) {
    if (words.length <= Number(text.dataset.plain)) {
      return 'q=' + encodeURIComponent(words);
    }

    var bytes = '';
    for (var at = 0; at < words.length; at++) {
      bytes += String.fromCharCode(words.charCodeAt(at) & 255, words.charCodeAt(at) >> 8);
    }

    return 'qcode=' + btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  // A selection over several blocks is cited by its part in the first, one over several cells by its part in the first.
  function quote(range, block) {
    var within = range.cloneRange();
    var cell = range.startContainer.parentNode.closest('td, th');
    var bounds = cell && block.contains(cell) ? cell : block;
    if (!bounds.contains(within.endContainer)) {
      within.setEnd(bounds, bounds.childNodes.length);
    }

    var copy = within.cloneContents();
    Array.prototype.forEach.call(copy.querySelectorAll('.steps, .pin, .line'), function (extra) { extra.remove(); });
    return copy.textContent;
  }

  document.addEventListener('selectionchange', function () {
    var selection = window.getSelection();
    var range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    var block = range && text.contains(range.commonAncestorContainer) ? blockOf(range.startContainer) : null;
    var said = block ? quote(range, block) : '';
    citer.hidden = said.trim() === '' || said.length > Number(text.dataset.longest);
    if (citer.hidden) {
      return;
    }

    var box = range.getBoundingClientRect();
    citer.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - 140)) + 'px';
    citer.style.top = Math.min(box.bottom + 6, window.innerHeight - 40) + 'px';
    citer.dataset.block = block.id;
    citer.dataset.address = text.dataset.address + '/cite?' + queryOf(said) + '&mode=literal&exact=true&cite=' + encodeURIComponent(block.id);
  });
})(window.planSearch);
