// Brings the sign-in page to life.
const field = (name) => document.getElementById(`sign-in-${name}`);

function fillIn({ email, password }) {
  field('email').value = email;
  field('password').value = password;
}

/** Shows the page in another language, with what is typed. */
async function speak(language) {
  document.cookie = `alo_language=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const typed = { email: field('email').value, password: field('password').value };
  document.documentElement.lang = language;
  document.title = page.title;
  document.querySelector('.sign-in').replaceWith(page.querySelector('.sign-in'));
  fillIn(typed);
  document.querySelector('[data-language]').focus();
}

document.addEventListener('click', ({ target }) => {
  const { language, email, password } = target.closest('button')?.dataset ?? {};
  if (language) speak(language).catch(() => location.reload());
  else if (email) fillIn({ email, password });
});
// As on every page: buttons work.
document.documentElement.setAttribute('data-hydrated', '');
