// A plan's text: stepping through its mentions, and citing what is selected.
(function (site) {
  'use strict';

  var words = site.words;
  var text = document.querySelector('.plan-text');
  if (!text) {
    return;
  }

  // By the address, so that Back works and the place can be passed on.
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
    location.hash = encodeURIComponent(marks[next].id);
  }

  // Previous and next stay at hand; without script they stand beside the mark one is at.
  if (marks.length > 0) {
    var stepper = document.createElement('nav');
    var place = document.createElement('span');
    var tell = function () {
      var at = currentMark();
      place.textContent = (at < 0 ? '' : (at + 1) + ' / ') + words.of.replace('{0}', marks.length);
    };
    stepper.className = 'stepper';
    stepper.setAttribute('aria-label', words.stepper);
    stepper.appendChild(site.button(words.previous, function () { step(-1); }));
    stepper.appendChild(place);
    stepper.appendChild(site.button(words.next, function () { step(1); }));
    text.appendChild(stepper);
    window.addEventListener('hashchange', tell);
    tell();
    site.step = step;
  }

  // What is selected becomes an address of its own: its words as they stand, marked, at the block they stand in.
  var citer = site.button(words.citeSelection, function () { location.href = citer.dataset.address; });
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

    return at && at !== text && !at.closest('.plan-head, .folded') ? at : null;
  }

  site.blockOf = blockOf;

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
    var words = block ? quote(range, block) : '';
    citer.hidden = words.trim() === '' || words.length > Number(text.dataset.longest);
    if (citer.hidden) {
      return;
    }

    var box = range.getBoundingClientRect();
    citer.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - 140)) + 'px';
    citer.style.top = Math.min(box.bottom + 6, window.innerHeight - 40) + 'px';
    citer.dataset.address = text.dataset.address + '?q=' + encodeURIComponent(words) + '&mode=literal&exact=true&cite=' + encodeURIComponent(block.id) + '#cite';
  });
})(window.planSearch);
