// The shop's own script: what a page does that wants more of the widget than its button.
(function () {
  // Calls made before the loader is there wait in line.
  window.Parley =
    window.Parley ||
    function () {
      (window.Parley.q = window.Parley.q || []).push(arguments);
    };
  const page = document.body.dataset;

  // Who is signed in here, Parley may know: our server says so in a token that only it can make.
  async function getToken() {
    const answer = await fetch("/demo/shop/token", { method: "POST" });
    if (!answer.ok) throw new Error("no token: " + answer.status);
    return (await answer.json()).token;
  }
  if (page.customer === "true") window.Parley("identify", { getToken });
  if (page.signedOut === "true") window.Parley("logout");

  const basket = document.getElementById("basket");
  const inBasket = () => Number(sessionStorage.getItem("basket") ?? "1");
  const show = () => (basket.textContent = String(inBasket()));
  document.getElementById("buy").addEventListener("click", () => {
    sessionStorage.setItem("basket", String(inBasket() + 1));
    show();
    window.Parley("track", "added to basket", { product: page.product });
  });
  show();
})();
