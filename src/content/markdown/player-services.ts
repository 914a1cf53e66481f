/** A service whose links play film or sound, and the addresses of its players. */
interface PlayerService {
  readonly name: string;
  readonly address: RegExp;
}

const services: readonly PlayerService[] = [
  {
    name: 'YouTube',
    address:
      /^(?:(?:www\.|m\.|music\.)?youtube\.com\/(?:watch\?|embed\/|shorts\/|live\/|playlist\?)|(?:www\.)?youtube-nocookie\.com\/embed\/|youtu\.be\/[\w-])/u,
  },
  {
    name: 'Vimeo',
    address: /^(?:(?:www\.)?vimeo\.com\/(?:.+\/)?\d|player\.vimeo\.com\/video\/)/u,
  },
  { name: 'Dailymotion', address: /^(?:(?:www\.|geo\.)?dailymotion\.com\/|dai\.ly\/\w)/u },
  { name: 'Naver TV', address: /^(?:tv\.naver\.com\/(?:v|l|embed)\/|naver\.me\/)/u },
  { name: 'KakaoTV', address: /^(?:tv|play-tv)\.kakao\.com\//u },
  {
    name: 'Bilibili',
    address: /^(?:(?:www\.|m\.)?bilibili\.com\/video\/|player\.bilibili\.com\/)/u,
  },
  { name: 'Niconico', address: /^(?:www\.|embed\.)?nicovideo\.jp\/watch\//u },
  {
    name: 'TikTok',
    address: /^(?:(?:www\.)?tiktok\.com\/(?:@[^/]+\/video\/|embed)|vm\.tiktok\.com\/)/u,
  },
  {
    name: 'Twitch',
    address: /^(?:(?:www\.)?twitch\.tv\/videos\/|player\.twitch\.tv\/|clips\.twitch\.tv\/)/u,
  },
  {
    name: 'SoundCloud',
    address: /^(?:(?:www\.|m\.|w\.)?soundcloud\.com\/[^/]+\/|w\.soundcloud\.com\/player)/u,
  },
  {
    name: 'Spotify',
    address:
      /^open\.spotify\.com\/(?:embed\/|intl-\w+\/)?(?:track|album|episode|show|playlist)\//u,
  },
  { name: 'Apple Podcasts', address: /^(?:embed\.)?podcasts\.apple\.com\//u },
  { name: 'Bandcamp', address: /^(?:[\w-]+\.)?bandcamp\.com\/(?:track|album|EmbeddedPlayer)/u },
  // The software of many sites: its addresses have one form.
  {
    name: 'PeerTube',
    address: /^[\w.-]+\/(?:w\/[\w-]{22}|videos\/(?:watch|embed)\/[\w-]{22,36})(?:[?#]|$)/u,
  },
];

/** The name of the service that plays an address; undefined for any other address. */
export function playerServiceOf(address: string): string | undefined {
  const rest = /^https?:\/\/(.+)$/su.exec(address)?.[1];
  return rest === undefined || rest.length > 2000
    ? undefined
    : services.find((service) => service.address.test(rest))?.name;
}
