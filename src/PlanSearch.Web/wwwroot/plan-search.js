// Comfort only: everything works without it. Nothing newer than ES2019.
(function () {
  'use strict';

  var words = document.body.dataset;

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function isTyping(target) {
    return /^(INPUT|SELECT|TEXTAREA)$/.test(target.nodeName) || target.isContentEditable;
  }

  // While an input method is composing every key belongs to it; some browsers say so only by the code 229.
  function isComposing(event) {
    return event.isComposing || event.keyCode === 229;
  }

  function make(element, text) {
    var made = document.createElement(element);
    made.textContent = text || '';
    return made;
  }

  function button(text, action) {
    var made = make('button', text);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  }

  // Reading: the mentions of a plan, by the address, so that Back works and the place can be passed on.
  var marks = all('.plan-text mark[id]');

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
    stepper.appendChild(button(words.previous, function () { step(-1); }));
    stepper.appendChild(place);
    stepper.appendChild(button(words.next, function () { step(1); }));
    document.querySelector('.plan-text').appendChild(stepper);
    window.addEventListener('hashchange', tell);
    tell();
  }

  // Lists: the focus goes from one to the next, so that Enter opens it.
  function move(selector, by) {
    var stops = all(selector);
    if (stops.length === 0) {
      return;
    }

    var at = stops.indexOf(document.activeElement);
    var next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + by, 0), stops.length - 1);
    stops[next].focus();
    (stops[next].closest('.hit, tr') || stops[next]).scrollIntoView({ block: 'center' });
  }

  var keys = document.getElementById('keys');

  function showKeys(isShown) {
    keys.hidden = !isShown;
    if (isShown) {
      keys.focus();
    }
  }

  keys.querySelector('button').addEventListener('click', function () { showKeys(false); });

  var actions = {
    '/': function () {
      var box = document.getElementById('q');
      box.focus();
      box.select();
    },
    '?': function () { showKeys(keys.hidden); },
    j: function () { move('article.hit h3 a, .kwic mark a', 1); },
    k: function () { move('article.hit h3 a, .kwic mark a', -1); },
    n: function () { if (marks.length > 0) { step(1); } else { move('main mark a', 1); } },
    p: function () { if (marks.length > 0) { step(-1); } else { move('main mark a', -1); } }
  };

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !keys.hidden) {
      showKeys(false);
      return;
    }

    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
      return;
    }

    if (Object.prototype.hasOwnProperty.call(actions, event.key)) {
      event.preventDefault();
      actions[event.key]();
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
  function copy(text) {
    var source = document.createElement('textarea');
    source.value = text;
    source.className = 'unseen';
    document.body.appendChild(source);
    source.select();
    var isDone = document.execCommand('copy');
    source.remove();
    return isDone;
  }

  function select(node) {
    var range = document.createRange();
    range.selectNodeContents(node);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
  }

  function copier(label, read, source) {
    var made = button(label, function () {
      var isDone = copy(read());
      if (!isDone && source) {
        select(source);
      }

      made.textContent = isDone ? words.copied : words.selected;
      made.focus();
    });
    made.className = 'copy';
    return made;
  }

  all('.source [data-copy]').forEach(function (source) {
    source.parentNode.appendChild(copier(words.copy, function () {
      return source.hasAttribute('data-address') ? source.href : source.textContent;
    }, source));
  });

  var citations = all('.hit .source > p [data-copy], .kwic [data-copy]');
  var ways = document.querySelector('.ways');
  if (citations.length > 1 && ways) {
    ways.appendChild(copier(words.copyAll, function () {
      return citations.map(function (one) { return one.textContent; }).join('\n');
    }));
  }

  // Suggestions below a search box. Nothing is asked and nothing is sent while an input method is composing.
  all('input[data-suggest]').forEach(function (box) {
    var kinds = {};
    box.dataset.kinds.split(';').forEach(function (pair) { kinds[pair.split('=')[0]] = pair.split('=')[1]; });
    var list = make('ul');
    var news = make('span');
    var composing = false;
    var waiting = 0;
    var asked = '';
    var chosen = -1;
    list.id = 'suggestions';
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', box.dataset.suggestLabel);
    news.className = 'unseen';
    news.setAttribute('role', 'status');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    box.form.appendChild(list);
    box.form.appendChild(news);

    function close() {
      list.hidden = true;
      chosen = -1;
      box.removeAttribute('aria-activedescendant');
    }

    function choose(at) {
      var options = list.children;
      chosen = (at + options.length + 1) % (options.length + 1);
      Array.prototype.forEach.call(options, function (option, number) {
        option.setAttribute('aria-selected', number === chosen ? 'true' : 'false');
      });
      if (chosen === options.length) {
        chosen = -1;
        box.value = asked;
        box.removeAttribute('aria-activedescendant');
      } else {
        box.value = options[chosen].dataset.text;
        box.setAttribute('aria-activedescendant', options[chosen].id);
        options[chosen].scrollIntoView({ block: 'nearest' });
      }
    }

    function show(found) {
      list.textContent = '';
      found.forEach(function (one, at) {
        var option = make('li', one.text);
        option.id = 'suggestion-' + at;
        option.dataset.text = one.text;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.appendChild(make('span', kinds[one.kind] || ''));
        // The press, not the click: the box would lose the focus first and close the list.
        option.addEventListener('mousedown', function (event) {
          event.preventDefault();
          box.value = one.text;
          close();
          box.form.submit();
        });
        list.appendChild(option);
      });
      list.hidden = found.length === 0;
      chosen = -1;
      news.textContent = found.length === 0 ? '' : box.dataset.suggestCount.replace('{0}', found.length);
    }

    function ask() {
      clearTimeout(waiting);
      if (composing) {
        return;
      }

      waiting = setTimeout(function () {
        var text = box.value;
        asked = text;
        if (text.trim() === '') {
          close();
          return;
        }

        fetch(box.dataset.suggest + '?q=' + encodeURIComponent(text)).then(function (answer) {
          return answer.ok ? answer.json() : [];
        }).then(function (found) {
          // What was typed since has an answer of its own.
          if (box.value === text && document.activeElement === box && !composing) {
            show(found);
          }
        }).catch(close);
      }, 150);
    }

    box.addEventListener('compositionstart', function () { composing = true; close(); });
    box.addEventListener('compositionend', function () { composing = false; ask(); });
    box.addEventListener('input', ask);
    box.addEventListener('blur', close);
    box.form.addEventListener('submit', function (event) {
      if (composing) {
        event.preventDefault();
      }
    });
    box.addEventListener('keydown', function (event) {
      if (isComposing(event) || list.hidden) {
        return;
      }

      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(event.key === 'ArrowDown' ? chosen + 1 : (chosen < 0 ? list.children.length - 1 : chosen - 1));
      } else if (event.key === 'Escape') {
        // A search box of its own accord would become empty.
        event.preventDefault();
        box.value = asked;
        close();
      }
    });
  });
})();
