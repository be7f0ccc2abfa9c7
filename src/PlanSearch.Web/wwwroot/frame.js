// Comfort only: everything works without it. Nothing newer than ES2019. What the other scripts share hangs on window.planSearch, which comes
// with the words of the page's language: see ScriptWords.cs.
(function (site) {
  'use strict';

  var words = site.words;

  site.all = function (selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  };

  site.make = function (element, text) {
    var made = document.createElement(element);
    made.textContent = text || '';
    return made;
  };

  site.button = function (text, action) {
    var made = site.make('button', text);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  };

  // An answer; what is refused is a failure like a broken line.
  site.fetched = function (address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      return answer;
    });
  };

  site.json = function (address) {
    return site.fetched(address).then(function (answer) { return answer.json(); });
  };

  // While an input method is composing every key belongs to it; some browsers say so only by the code 229.
  site.isComposing = function (event) {
    return event.isComposing || event.keyCode === 229;
  };

  function isTyping(target) {
    return /^(INPUT|SELECT|TEXTAREA)$/.test(target.nodeName) || target.isContentEditable;
  }

  // Lists: the focus goes from one to the next, so that Enter opens it.
  function move(selector, by) {
    var stops = site.all(selector);
    if (stops.length === 0) {
      return;
    }

    var at = stops.indexOf(document.activeElement);
    var next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + by, 0), stops.length - 1);
    stops[next].focus();
    (stops[next].closest('.hit, tr') || stops[next]).scrollIntoView({ block: 'center' });
  }

  var keys = keysPanel();

  // The keys there are; without script there are none.
  function keysPanel() {
    var panel = site.make('section');
    var title = site.make('h2', words.keysTitle);
    var list = site.make('dl');
    panel.id = 'keys';
    panel.className = 'panel keys';
    panel.tabIndex = -1;
    panel.hidden = true;
    title.id = 'keys-title';
    panel.setAttribute('aria-labelledby', title.id);
    words.keys.forEach(function (line) {
      var term = site.make('dt');
      line[0].split(' ').forEach(function (key, at) {
        term.appendChild(document.createTextNode(at > 0 ? ' ' : ''));
        term.appendChild(site.make('kbd', key));
      });
      list.appendChild(term);
      list.appendChild(site.make('dd', line[1]));
    });
    [title, list, site.button(words.close, function () { showKeys(false); })].forEach(function (part) { panel.appendChild(part); });
    document.body.appendChild(panel);
    return panel;
  }

  function showKeys(isShown) {
    keys.hidden = !isShown;
    if (isShown) {
      keys.focus();
    }
  }

  // On a page with a plan's text this steps through its mentions; elsewhere the focus goes from mark to mark.
  site.step = function (by) { move('main mark a', by); };

  var actions = {
    '/': function () {
      var box = document.getElementById('q');
      box.focus();
      box.select();
    },
    '?': function () { showKeys(keys.hidden); },
    j: function () { move('article.hit h3 a, .kwic mark a', 1); },
    k: function () { move('article.hit h3 a, .kwic mark a', -1); },
    n: function () { site.step(1); },
    p: function () { site.step(-1); }
  };

  // What is too long for an address is posted; what is not has one.
  site.all('input[data-long]').forEach(function (box) {
    box.form.addEventListener('submit', function () {
      box.form.method = box.value.length > Number(box.dataset.long) ? 'post' : 'get';
    });
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !keys.hidden) {
      showKeys(false);
      return;
    }

    if (site.isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
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

  // 检索说明 as the page itself would unfold it: see CertificateDetails.razor.
  function certificateOf(said) {
    var panel = site.make('details');
    var list = site.make('dl');
    var file = site.make('a', said.download);
    panel.className = 'certificate';
    panel.appendChild(site.make('summary')).appendChild(site.make('h2', said.title));
    said.lines.forEach(function (line) {
      list.appendChild(site.make('dt', line.label));
      list.appendChild(site.make('dd', line.value));
    });
    file.href = said.address;
    file.download = said.file;
    panel.appendChild(list);
    panel.appendChild(site.make('p')).appendChild(file);
    certificate.parentNode.replaceChild(panel, certificate);
    certificate = panel;
    certificate.id = 'certificate';
    certificate.open = true;
  }

  var certificate = document.getElementById('certificate');
  if (certificate) {
    certificate.addEventListener('click', function (event) {
      if (certificate.href && site.isPlain(event)) {
        event.preventDefault();
        site.json(certificate.pathname + '/certificate' + certificate.search).then(function (said) {
          certificateOf(said);
          certificate.querySelector('summary').focus();
        }).catch(function () { location.href = certificate.href; });
      }
    });

    // What is printed for the file has it. Nothing waits for an answer there, so it is asked for in place.
    var wasOpen = false;
    window.addEventListener('beforeprint', function () {
      if (certificate.href) {
        var asked = new XMLHttpRequest();
        asked.open('GET', certificate.pathname + '/certificate' + certificate.search, false);
        asked.send();
        if (asked.status === 200) {
          certificateOf(JSON.parse(asked.responseText));
          certificate.open = false;
        }
      }

      wasOpen = certificate.open;
      certificate.open = true;
    });
    window.addEventListener('afterprint', function () { certificate.open = wasOpen; });
  }

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

  // A button that copies what it is told to; where the browser refuses, the source is selected for Ctrl+C.
  site.copier = function (label, read, source) {
    var made = site.button(label, function () {
      Promise.resolve(read()).then(function (text) {
        var isDone = copy(text);
        if (!isDone && source) {
          select(source);
        }

        made.textContent = isDone ? words.copied : source ? words.selected : words.notCopied;
        made.focus();
      }).catch(function () { made.textContent = words.notCopied; });
    });
    made.className = 'copy';
    return made;
  };

  site.addCopiers = function (part) {
    Array.prototype.forEach.call(part.querySelectorAll('.source [data-copy]'), function (source) {
      source.parentNode.appendChild(site.copier(words.copy, function () {
        return source.hasAttribute('data-address') ? source.href : source.textContent;
      }, source));
    });
  };

  site.addCopiers(document);

  // A press that asks for a window of its own is the browser's.
  site.isPlain = function (event) {
    return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  };

  // The other styles of a citation, below it; without script, and where they do not come, the link leads to them.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-styles]');
    if (!link || !site.isPlain(event)) {
      return;
    }

    event.preventDefault();
    site.json(link.pathname + '/cite' + link.search).then(function (cited) {
      var source = link.parentNode;
      var styles = site.make('div');
      Object.keys(words.styles).forEach(function (style) {
        var line = site.make('p');
        var text = site.make('span', cited[style]);
        text.className = 'citation';
        text.setAttribute('data-copy', '');
        line.appendChild(site.make('span', words.styles[style])).className = 'style';
        line.appendChild(text);
        styles.appendChild(line);
      });
      styles.className = 'source styles';
      styles.tabIndex = -1;
      source.parentNode.insertBefore(styles, source.nextSibling);
      link.remove();
      site.addCopiers(styles);
      styles.focus({ preventScroll: true });
    }).catch(function () { location.href = link.href; });
  });

  // What links say on hovering, where a page would say it forty times.
  document.addEventListener('mouseover', function (event) {
    Object.keys(words.hints).forEach(function (links) {
      var link = event.target.closest(links);
      if (link) {
        link.title = words.hints[links];
      }
    });
  });

  // What is cited in a list is copied where it is; without script, and where the browser refuses, the link leads to it.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('.passage small a');
    if (!link || !site.isPlain(event)) {
      return;
    }

    event.preventDefault();
    site.json(link.pathname + '/cite' + link.search).then(function (cited) {
      if (!copy(cited.official)) {
        throw new Error('refused');
      }

      link.textContent = words.copied;
      link.focus();
    }).catch(function () { location.href = link.href; });
  });
})(window.planSearch);
