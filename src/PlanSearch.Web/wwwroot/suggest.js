// Suggestions below a search box. Nothing is asked and nothing is sent while an input method is composing.
(function (site) {
  'use strict';

  var words = site.words;

  site.all('input[data-suggest]').forEach(function (box) {
    box.spellcheck = false;
    var list = site.make('ul');
    var news = site.make('span');
    var composing = false;
    var waiting = 0;
    var asked = '';
    var chosen = -1;
    list.id = 'suggestions';
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.suggestLabel);
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
        var option = site.make('li', one.text);
        option.id = 'suggestion-' + at;
        option.dataset.text = one.text;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.appendChild(site.make('span', words.kinds[one.kind] || ''));
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
      news.textContent = found.length === 0 ? '' : words.suggestCount.replace('{0}', found.length);
    }

    function ask() {
      clearTimeout(waiting);
      if (composing) {
        return;
      }

      waiting = setTimeout(function () {
        var text = box.value;
        asked = text;
        if (text.trim() === '' || text.length > Number(box.dataset.long)) {
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
      if (site.isComposing(event) || list.hidden) {
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
})(window.planSearch);
