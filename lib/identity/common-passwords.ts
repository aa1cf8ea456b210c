/** The commonest passwords of twelve and more characters, lower case, without marks between. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 123456789123
  123456789123456 1234567890qw 1234567890qwe 1234567890qwerty 012345678910 0123456789012
  111111111111 121212121212 123123123123 123321123321 123412341234 123456123456 123456654321
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
  zaq12wsxcde3 zaq1xsw2cde3 qazwsxedcrfv qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopas
  qwertyuiopasdf qwertyuiopasdfghjkl qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789
  qwerty1234567890 qwertyqwerty qwertyasdfgh qwertyasdfghzxcvbn asdfghjkl123 asdfghjkl1234
  asdfghjklzxcvbnm zxcvbnmasdfghjkl asdfasdfasdf abcdefghijkl abcdefghijklm abcdefghijklmnop
  abcdefg12345 abcdefg123456 abcdef123456 abcd12345678 abc123abc123 abc123456789 abcabcabcabc
  password1234 password12345 password123456 password1234567 password12345678 password123456789
  passwordpassword password2020 password2021 password2022 password2023 password2024 password2025
  password2026 mypassword12 mypassword123 mypassword1234 thisismypassword thisisapassword
  passw0rd1234 passw0rd12345 p4ssw0rd1234 pa55word1234 newpassword1 newpassword12 newpassword123
  changeme1234 changeme12345 changemechangeme changepassword letmein12345 letmein123456
  letmeinletmein letmeinplease welcome12345 welcome123456 welcome1234567 welcomewelcome
  welcome12024 welcome12025 welcome12026 administrator administrator1 administrator123
  adminadmin12 adminadmin123 adminadminadmin admin1234567 admin12345678 admin123456789
  adminpassword rootpassword superpassword secretpassword testpassword testpassword1
  testpassword123 temppassword temppassword1 temporary123 defaultpassword userpassword
  iloveyou1234 iloveyou12345 iloveyou123456 iloveyouiloveyou iloveyousomuch iloveyouforever
  ihateyou1234 ilovemymother ilovemyfamily iloveyoubaby monkeymonkey dragondragon
  sunshine1234 sunshine12345 princess1234 princess12345 football1234 football12345 baseball1234
  baseball12345 basketball1 basketball12 basketball123 superman1234 superman12345 batman123456
  starwars1234 pokemon12345 minecraft123 minecraft1234 liverpool123 liverpool1234 manchester12
  manchesterunited chelsea12345 arsenal12345 barcelona123 barcelona1234 michael12345 charlie12345
  jennifer1234 trustno11234 whatever1234 computer1234 computer12345 internet1234 internet12345
  samsung12345 samsung123456 google123456 facebook1234 facebook12345 facebook123456 linkedin1234
  correcthorsebatterystaple correcthorse lordoftherings harrypotter1 harrypotter12 harrypotter123
  northcarolina southcarolina philadelphia massachusetts christopher1 christopher12 christopher123
  alexander123 elizabeth123 elizabeth1234 unbelievable christmas2024 christmas2025 christmas2026
  summer202400 summer2024summer winter2024winter january12345 february1234 september123
  september1234 november1234 december1234 q1w2e3r4t5y6 q1w2e3r4t5y6u7 qweasdzxc123 qweasdzxc1234
  qweqweqweqwe asdasdasdasd zxczxczxczxc aaaaaaaaaaaa 000000000000 987654321000 0987654321098
  9876543210987 a123456789012 a12345678901 a1b2c3d4e5f6 a1b2c3d4e5f6g7 aa1234567890 aa123456789012
  love12345678 lovelovelove hello1234567 hello12345678 hellohello12 hellohellohello helloworld12
  helloworld123 helloworld1234 goodmorning1 goodmorning123 happybirthday happybirthday1
  ineedapassword idontknow123 idontknow1234 nopasswordhere notapassword thepassword1
  korea1234567 seoul1234567 dkssudgktpdy tkfkdgody123 rhkdghkans12 aprilmayjune blink182blink182`
    .split(/\s+/)
    .filter(Boolean),
);
