/* <plan-search endpoint="…">: the search of a PlanSearch site within any page. One file, no dependencies; it asks nothing of anyone but its endpoint.
   Attributes: endpoint, scope ("region=岚江省/临漪市;level=市级"), token, theme (light, dark, auto), color (#0b5cab), size, q, lang (zh, en).
   Nothing newer than Chromium 80 understands. Where a browser has no custom elements, what stands inside the element stays: a link. */
(function () {
  'use strict';

  if (!window.customElements || !Element.prototype.attachShadow || window.customElements.get('plan-search')) {
    return;
  }

  var style = '@style';
  var home = document.currentScript ? document.currentScript.src.replace(/\/embed\/plan-search\.js.*$/, '') : '';
  var sheet = null;

  var chinese = {
    label: '检索规划文本', placeholder: '输入词句，或检索式', search: '检索', searching: '正在检索…', copy: '复制出处', copied: '已复制', more: '接着列出', whole: '在检索站查看全部',
    counts: function (c) { return c.plans + ' 份规划、' + c.records + ' 个章节、' + c.mentions + ' 处'; },
    occurrences: function (n) { return n + ' 处'; },
    absent: function (n) { return '另有 ' + n + ' 份全文未提及'; },
    undecided: function (n) { return n + ' 份文本不完整，不能判断'; },
    incomplete: function (n) { return '有 ' + n + ' 个文件未能检索，结果不完整'; },
    scope: '限定范围：', moreMentions: function (n) { return '另有 ' + n + ' 处'; },
    failed: '没有连上检索服务：它没有运行，或者没有允许本网站使用。', start: '标题之前'
  };
  var english = {
    label: 'Search the texts of plans', placeholder: 'Words, or an expression', search: 'Search', searching: 'Searching…', copy: 'Copy citation', copied: 'Copied', more: 'List more', whole: 'See everything on the search site',
    counts: function (c) { return c.plans + ' plans, ' + c.records + ' sections, ' + c.mentions + ' occurrences'; },
    occurrences: function (n) { return n + ' occurrences'; },
    absent: function (n) { return n + ' more plans do not mention it'; },
    undecided: function (n) { return n + ' are incomplete texts and decide nothing'; },
    incomplete: function (n) { return n + ' files could not be searched: the result is not complete'; },
    scope: 'Confined to ', moreMentions: function (n) { return n + ' more'; },
    failed: 'The search service was not reached: it does not run, or does not allow this site.', start: 'Before the first heading'
  };

  function make(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  function link(address, text) {
    var made = make('a', '', text);
    made.href = address;
    made.target = '_blank';
    made.rel = 'noopener';
    return made;
  }

  // A constructed sheet is no inline style, so a strict policy of the page has nothing against it; an old browser loads it as a file.
  function dress(root, endpoint) {
    if (window.CSSStyleSheet && 'replaceSync' in CSSStyleSheet.prototype && 'adoptedStyleSheets' in Document.prototype) {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
      }

      root.adoptedStyleSheets = [sheet];
    } else {
      var file = make('link');
      file.rel = 'stylesheet';
      file.href = endpoint + '/assets/embed/plan-search.css';
      root.appendChild(file);
    }
  }

  // White or black letters on a colour, whichever can be read (WCAG 2.2, 1.4.3).
  function lettersOn(color) {
    var light = [1, 3, 5].map(function (at) {
      var part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] > 0.179 ? '#000000' : '#ffffff';
  }

  // An intranet page over http has no clipboard API; the old command works everywhere.
  function copy(text, near) {
    var source = document.createElement('textarea');
    source.value = text;
    source.className = 'unseen';
    near.appendChild(source);
    source.select();
    var isDone = document.execCommand('copy');
    near.removeChild(source);
    return isDone;
  }

  class PlanSearch extends HTMLElement {
    static get observedAttributes() { return ['color', 'q']; }

    connectedCallback() {
      if (this.shadowRoot) {
        return;
      }

      this.texts = /^en/.test(this.getAttribute('lang') || '') ? english : chinese;
      this.asked = 0;
      this.composing = false;
      this.committing = false;
      this.build();
      this.paint();
      if (this.getAttribute('q')) {
        this.ask(this.getAttribute('q'));
      }
    }

    attributeChangedCallback(name, before, now) {
      if (!this.shadowRoot || before === now) {
        return;
      }

      if (name === 'color') {
        this.paint();
      } else if (now) {
        this.ask(now);
      }
    }

    get endpoint() {
      var token = this.getAttribute('token');
      return (this.getAttribute('endpoint') || home).replace(/\/+$/, '') + (token ? '/s/' + encodeURIComponent(token) : '');
    }

    build() {
      var root = this.attachShadow({ mode: 'open' });
      var self = this;
      var words = this.texts;
      dress(root, this.endpoint);
      this.box = make('div', 'box');
      this.box.lang = words === english ? 'en' : 'zh-CN';
      this.form = make('form');
      this.form.setAttribute('role', 'search');
      var label = make('label', 'unseen', words.label);
      label.htmlFor = 'q';
      this.field = make('input');
      this.field.id = 'q';
      this.field.type = 'search';
      this.field.maxLength = 2000;
      this.field.placeholder = words.placeholder;
      this.field.setAttribute('autocomplete', 'off');
      this.field.setAttribute('spellcheck', 'false');
      [label, this.field, make('button', '', words.search)].forEach(function (part) { self.form.appendChild(part); });
      this.status = make('p', 'status');
      this.status.setAttribute('role', 'status');
      this.note = make('p', 'note');
      this.list = make('ol');
      this.ways = make('p', 'ways');
      [this.form, this.status, this.note, this.list, this.ways].forEach(function (part) { self.box.appendChild(part); });
      root.appendChild(this.box);
      this.listen();
    }

    // While an input method is composing every key belongs to it; some browsers end the composition first and say so only by the code 229.
    listen() {
      var self = this;
      this.field.addEventListener('compositionstart', function () { self.composing = true; });
      this.field.addEventListener('compositionend', function () { self.composing = false; });
      this.field.addEventListener('keydown', function (event) {
        self.committing = event.key === 'Enter' && (event.isComposing || event.keyCode === 229);
        if (self.committing) {
          event.preventDefault();
        }
      });
      this.field.addEventListener('keyup', function () { self.committing = false; });
      this.form.addEventListener('submit', function (event) {
        event.preventDefault();
        if (!self.composing && !self.committing) {
          self.ask(self.field.value);
        }
      });
    }

    paint() {
      var color = this.getAttribute('color') || '';
      if (/^#[0-9a-f]{6}$/i.test(color)) {
        this.box.style.setProperty('--accent', color);
        this.box.style.setProperty('--letters', lettersOn(color));
      } else {
        this.box.style.removeProperty('--accent');
        this.box.style.removeProperty('--letters');
      }
    }

    parameters(query, cursor) {
      var parameters = new URLSearchParams();
      parameters.append('q', query);
      (this.getAttribute('scope') || '').split(';').forEach(function (pair) {
        var at = pair.indexOf('=');
        if (at > 0) {
          parameters.append(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
        }
      });
      if (cursor !== null) {
        parameters.append('size', String(Math.min(Math.max(parseInt(this.getAttribute('size'), 10) || 5, 1), 50)));
        parameters.append('facets', 'false');
        if (cursor) {
          parameters.append('cursor', cursor);
        }
      }

      return parameters.toString();
    }

    // Asks once; what comes after a newer question was asked is left aside.
    ask(query, cursor) {
      var self = this;
      var words = this.texts;
      var number = ++this.asked;
      if (!query.trim()) {
        return;
      }

      this.field.value = query;
      this.status.textContent = words.searching;
      fetch(this.endpoint + '/api/v1/search?' + this.parameters(query, cursor || ''), { credentials: 'omit', referrerPolicy: 'no-referrer' })
        .then(function (response) { return response.json(); })
        .then(function (answer) {
          if (number === self.asked) {
            self.show(query, answer, Boolean(cursor));
          }
        }, function () {
          if (number === self.asked) {
            self.refuse(query, words.failed);
          }
        });
    }

    refuse(query, why) {
      this.status.textContent = why;
      this.note.textContent = '';
      this.list.textContent = '';
      this.ways.textContent = '';
      this.ways.appendChild(link(this.endpoint + '/search?' + this.parameters(query, null), this.texts.whole));
    }

    show(query, answer, isFurther) {
      var self = this;
      var words = this.texts;
      if (!answer.certificate) {
        this.refuse(query, answer.detail || words.failed);
        return;
      }

      this.status.textContent = words.counts(answer.certificate);
      if (!isFurther) {
        this.list.textContent = '';
        this.tell(answer);
      }

      answer.hits.forEach(function (hit) { self.list.appendChild(self.item(hit, answer.plans.find(function (plan) { return plan.id === hit.plan; }))); });
      this.ways.textContent = '';
      if (answer.next) {
        var more = make('button', 'more', words.more);
        more.type = 'button';
        more.addEventListener('click', function () { self.ask(query, answer.next); });
        this.ways.appendChild(more);
      }

      this.ways.appendChild(link(this.endpoint + '/search?' + this.parameters(query, null), words.whole));
      this.dispatchEvent(new CustomEvent('plan-search', { bubbles: true, composed: true, detail: { query: query, certificate: answer.certificate } }));
    }

    // What the counts leave open: who does not say it, what could not be searched, to what the answer is confined.
    tell(answer) {
      var words = this.texts;
      var said = [];
      var scope = answer.certificate.scope;
      var names = Object.keys(scope);
      if (names.length > 0) {
        said.push(words.scope + names.map(function (name) { return scope[name].join('、'); }).join('；'));
      }

      if (answer.absent.notMentionedTotal > 0) {
        said.push(words.absent(answer.absent.notMentionedTotal));
      }

      if (answer.absent.undecidableTotal > 0) {
        said.push(words.undecided(answer.absent.undecidableTotal));
      }

      this.note.textContent = said.join(' · ');
      if (!answer.certificate.complete) {
        this.note.appendChild(document.createTextNode(said.length > 0 ? ' · ' : ''));
        this.note.appendChild(make('span', 'warning', words.incomplete(answer.certificate.notSearchedTotal)));
      }
    }

    item(hit, plan) {
      var words = this.texts;
      var item = make('li');
      var page = this.endpoint + hit.permalink.slice(hit.permalink.lastIndexOf('/plans/')).split('#')[0];
      var first = hit.passages[0];
      var title = make('p', 'title');
      var place = hit.place.path.concat(hit.place.boxLabel ? [hit.place.boxLabel] : []).join(' › ') || words.start;
      title.appendChild(link(this.address(page, first, first ? first.marks[0] : null), place));
      title.appendChild(document.createTextNode(' '));
      title.appendChild(make('span', 'count', words.occurrences(hit.mentions)));
      item.appendChild(title);
      item.appendChild(make('p', 'plan', [plan.shortTitle].concat(plan.regionPath).join(' · ')));
      var self = this;
      hit.passages.forEach(function (passage) { item.appendChild(self.passage(page, passage)); });
      if (hit.moreMentions > 0) {
        item.appendChild(make('p', 'plan', words.moreMentions(hit.moreMentions)));
      }

      item.appendChild(this.citation(hit.citation));
      return item;
    }

    passage(page, passage) {
      var shown = make('p', 'passage');
      var self = this;
      var end = 0;
      shown.lang = 'zh-CN';
      shown.appendChild(document.createTextNode(passage.offset > 0 ? '…' : ''));
      passage.marks.forEach(function (mark) {
        var marked = make('mark');
        marked.appendChild(link(self.address(page, passage, mark), passage.text.slice(mark[0], mark[0] + mark[1])));
        shown.appendChild(document.createTextNode(passage.text.slice(end, mark[0])));
        shown.appendChild(marked);
        end = mark[0] + mark[1];
      });
      shown.appendChild(document.createTextNode(passage.text.slice(end) + (passage.isCut ? '…' : '')));
      return shown;
    }

    citation(text) {
      var words = this.texts;
      var shown = make('p', 'citation');
      var button = make('button', 'copy', words.copy);
      var cited = make('span', '', text);
      cited.lang = 'zh-CN';
      button.type = 'button';
      button.addEventListener('click', function () {
        if (copy(text, shown)) {
          button.textContent = words.copied;
        }

        button.focus();
      });
      shown.appendChild(cited);
      shown.appendChild(document.createTextNode(' '));
      shown.appendChild(button);
      return shown;
    }

    // Where a mark stands in the plan: the permalink's form.
    address(page, passage, mark) {
      return passage && mark ? page + '#' + encodeURIComponent(passage.anchor) + '.' + (passage.offset + mark[0]) : page;
    }
  }

  window.customElements.define('plan-search', PlanSearch);
})();
