const names = `
  126.com 139.com 163.com 189.cn aim.com aliyun.com aol.com bigpond.com bluewin.ch bt.com btinternet.com
  comcast.net cox.net daum.net duck.com earthlink.net email.com fastmail.com fastmail.fm foxmail.com
  free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com
  hotmail.co.uk hotmail.com hotmail.de hotmail.fr hushmail.com icloud.com inbox.com kakao.com laposte.net
  libero.it live.com mac.com mail.com mail.ru mailfence.com me.com msn.com nate.com naver.com orange.fr
  outlook.com outlook.de outlook.fr outlook.kr pm.me posteo.de proton.me protonmail.com qq.com rambler.ru
  rediffmail.com rocketmail.com runbox.com seznam.cz sfr.fr shaw.ca sina.com sky.com sohu.com t-online.de
  tuta.com tutanota.com tutanota.de verizon.net virgilio.it wanadoo.fr web.de wp.pl yahoo.co.jp
  yahoo.co.kr yahoo.co.uk yahoo.com yahoo.de yahoo.fr yandex.com yandex.ru ymail.com zoho.com`;

/**
 * The larger hosts where anybody can have an address. Not whole on purpose: nobody can set a record
 * there, so the list only says sooner why not.
 */
export const publicHosts: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
