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

  function tell() {
    news.textContent = ticks.length > 0 ? site.words.picked.replace('{0}', ticks.length) : '';
  }

  function show() {
    site.all('.pick').forEach(function (box) { box.checked = ticks.indexOf(box.value) >= 0; });
    tell();
  }

  document.addEventListener('change', function (event) {
    var box = event.target;
    if (box.className !== 'pick') {
      return;
    }

    ticks = ticks.filter(function (value) { return value !== box.value; });
    if (box.checked) {
      ticks.push(box.value);
    }

    keep();
    tell();
  });

  form.addEventListener('submit', function () {
    var here = site.all('.pick').map(function (box) { return box.value; });
    ticks.filter(function (value) { return here.indexOf(value) < 0; }).forEach(function (value) {
      var hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = 'pick';
      hidden.value = value;
      form.appendChild(hidden);
    });
    ticks = [];
    keep();
  });

  document.addEventListener('picks-listed', show);
  // A page that comes back from the history shows what is kept now.
  window.addEventListener('pageshow', function () {
    ticks = read();
    site.all('#picks input[name="pick"]').forEach(function (sent) { sent.remove(); });
    show();
  });
})(window.planSearch);
