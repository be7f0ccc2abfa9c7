// Comfort only: everything works without it. Nothing newer than ES2019.
(function () {
  'use strict';

  var marks = Array.prototype.slice.call(document.querySelectorAll('.plan-text mark[id]'));

  function isTyping(target) {
    return /^(INPUT|SELECT|TEXTAREA)$/.test(target.nodeName) || target.isContentEditable;
  }

  function currentMark() {
    var id = decodeURIComponent(location.hash.slice(1));
    for (var at = 0; at < marks.length; at++) {
      if (marks[at].id === id) {
        return at;
      }
    }

    return -1;
  }

  // By the address, so that Back works and the place can be passed on.
  function step(by) {
    if (marks.length === 0) {
      return;
    }

    var at = currentMark();
    var next = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
    location.hash = encodeURIComponent(marks[next].id);
  }

  function button(text, action) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', action);
    return made;
  }

  // Previous and next stay at hand; without script every mark leads to the next.
  if (marks.length > 0) {
    var stepper = document.createElement('nav');
    var place = document.createElement('span');
    var tell = function () {
      var at = currentMark();
      place.textContent = (at < 0 ? '' : (at + 1) + ' / ') + marks.length + ' 处';
    };
    stepper.className = 'stepper';
    stepper.setAttribute('aria-label', '上一处与下一处');
    stepper.appendChild(button('上一处', function () { step(-1); }));
    stepper.appendChild(place);
    stepper.appendChild(button('下一处', function () { step(1); }));
    document.querySelector('.plan-text').appendChild(stepper);
    window.addEventListener('hashchange', tell);
    tell();
  }

  document.addEventListener('keydown', function (event) {
    // While an input method is composing, every key belongs to it.
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
      return;
    }

    if (event.key === '/') {
      var box = document.getElementById('q');
      if (box) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    } else if (event.key === 'n') {
      step(1);
    } else if (event.key === 'p') {
      step(-1);
    }
  });

  // A link to a folded panel opens it.
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.nodeName === 'DETAILS') {
      target.open = true;
    }
  }

  window.addEventListener('hashchange', unfold);
  unfold();

  // An intranet page over http has no clipboard API; selecting and the old command work everywhere.
  function copy(source) {
    var selection = window.getSelection();
    var range = document.createRange();
    range.selectNodeContents(source);
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy');
  }

  document.querySelectorAll('.source [data-copy]').forEach(function (source) {
    var copier = button('复制', function () {
      copier.textContent = copy(source) ? '已复制' : '已选中';
    });
    copier.className = 'copy';
    source.parentNode.appendChild(copier);
  });
})();
