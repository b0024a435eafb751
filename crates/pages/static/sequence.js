// Plays the scenes of a release one after the other, read aloud by a voice of this device if wanted. Without this script
// they stand in order; while it does not play, too: that is the transcript.

class Sequence {
  #at = 0;
  #over = 0;
  #timer;
  // what a voice began is over only if nothing else was begun since
  #turn = 0;

  constructor(place) {
    this.place = place;
    this.scenes = [...place.querySelectorAll('li')];
    const { play, pause, back, next, voice } = place.dataset;
    this.names = { play, pause };
    this.play = button(play, 'main', () => this.#toggle());
    this.back = button(back, 'quiet', () => this.#go(this.#at - 1));
    this.next = button(next, 'quiet', () => this.#go(this.#at + 1));
    this.bar = document.createElement('progress');
    this.bar.max = this.scenes.length;
    this.bar.ariaLabel = place.ariaLabel;
    this.row = document.createElement('div');
    this.row.className = 'buttons';
    this.row.append(this.play, this.back, this.next);
    this.#offerVoice(voice);
    // who hears the page hears each scene as it comes, unless the voice says it
    this.heard = document.createElement('p');
    this.heard.className = 'heard';
    this.heard.ariaLive = 'polite';
    place.querySelector('ol').before(this.row, this.bar, this.heard);
    this.#rest();
  }

  get plays() {
    return this.place.classList.contains('plays');
  }

  // Voices come late in some browsers. One from the network would send the words away.
  #offerVoice(name) {
    const speech = window.speechSynthesis;
    const local = () => speech?.getVoices().find(voice => voice.localService && voice.lang.startsWith(this.place.lang));
    const offer = () => {
      if (this.voice || !(this.voice = local())) return;
      this.aloud = button(name, 'quiet', () => {
        this.aloud.ariaPressed = String(this.aloud.ariaPressed !== 'true');
        if (this.#timer) this.#begin();
      });
      this.aloud.ariaPressed = 'false';
      this.row.append(this.aloud);
    };
    offer();
    speech?.addEventListener?.('voiceschanged', offer);
    window.addEventListener('pagehide', () => this.#hush());
  }

  #toggle() {
    if (this.#timer) return this.#pause();
    if (!this.plays) this.#at = 0;
    this.#begin();
  }

  #go(to) {
    this.#at = Math.min(Math.max(to, 0), this.scenes.length - 1);
    if (this.#timer || !this.plays) this.#begin();
    else this.#show();
  }

  // A scene goes on until its time is up and its words are said.
  #begin() {
    this.#hush();
    this.#show();
    this.play.textContent = this.names.pause;
    const turn = (this.#turn += 1);
    this.#over = this.aloud?.ariaPressed === 'true' ? 2 : 1;
    const done = () => turn === this.#turn && (this.#over -= 1) === 0 && this.#on();
    this.#timer = setTimeout(done, this.scenes[this.#at].dataset.seconds * 1000);
    if (this.#over === 2) this.#say(done);
  }

  #say(done) {
    const words = new SpeechSynthesisUtterance(this.scenes[this.#at].querySelector('p').textContent);
    words.voice = this.voice;
    words.lang = this.voice.lang;
    words.addEventListener('end', done);
    words.addEventListener('error', done);
    speechSynthesis.speak(words);
  }

  #on() {
    if (this.#at + 1 < this.scenes.length) {
      this.#at += 1;
      return this.#begin();
    }
    this.#hush();
    this.#rest();
  }

  #pause() {
    this.#hush();
    this.play.textContent = this.names.play;
  }

  #hush() {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    window.speechSynthesis?.cancel();
  }

  #show() {
    this.place.classList.add('plays');
    this.scenes.forEach((scene, at) => scene.classList.toggle('shown', at === this.#at));
    this.heard.textContent = this.aloud?.ariaPressed === 'true' ? '' : this.scenes[this.#at].innerText;
    this.bar.value = this.#at + 1;
    this.bar.hidden = false;
    this.back.disabled = this.#at === 0;
    this.next.disabled = this.#at + 1 === this.scenes.length;
  }

  // All scenes again, as they are without a script.
  #rest() {
    this.place.classList.remove('plays');
    this.heard.textContent = '';
    this.play.textContent = this.names.play;
    this.bar.hidden = true;
    this.back.disabled = true;
    this.next.disabled = false;
  }
}

function button(name, weight, does) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `btn ${weight}`;
  made.textContent = name;
  made.addEventListener('click', does);
  return made;
}

for (const place of document.querySelectorAll('.sequence')) new Sequence(place);
