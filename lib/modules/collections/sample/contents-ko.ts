import { days, type SampleCollection } from './contents';

const contacts: SampleCollection = {
  about: {
    name: '연락처',
    description: '워크스페이스 밖의 사람들입니다. 예시 데이터이므로 바꾸거나 모두 지워도 됩니다.',
    icon: 'users',
  },
  fields: [
    { name: '이름', type: 'text', required: true, width: 160 },
    { name: '소속', type: 'text', width: 200 },
    { name: '이메일', type: 'email', width: 220 },
    {
      name: '상태',
      type: 'select',
      width: 130,
      options: {
        choices: [
          { name: '신규', color: 'blue' },
          { name: '상담 중', color: 'yellow' },
          { name: '거래 중', color: 'green' },
          { name: '보류', color: 'gray' },
        ],
      },
    },
    { name: '최근 연락', type: 'date', width: 140 },
    { name: '메모', type: 'long_text', width: 280 },
  ],
  rows: [
    ['김도윤', '한빛인쇄', 'doyun@hanbit.example', '거래 중', days(-7), null],
    ['박지우', '마루디자인', 'jiwoo@maru.example', '상담 중', days(-1), null],
    ['이수빈', '온다뮤직', 'subin@onda.example', '상담 중', days(-3), '시연을 요청함.'],
    ['최하은', '바람스포츠', 'haeun@baram.example', '거래 중', days(-4), null],
    ['서예진', '다솜케어', 'yejin@dasom.example', '거래 중', days(-8), null],
    ['정민준', '푸른서점', 'minjun@pureun.example', '거래 중', days(-2), null],
    ['강서연', '강공구', 'seoyeon@kangtools.example', '상담 중', days(-5), '견적을 원함.'],
    ['윤채원', '윤여행사', 'chaewon@yuntravel.example', '신규', null, '봄 박람회에서 만남.'],
    ['임건우', '임공방', 'geonwoo@imgongbang.example', '보류', days(-64), '가을에 다시 연락.'],
    ['한지민', '해안식품', 'jimin@haean.example', '거래 중', days(-11), null],
    ['오세훈', '오씨네과자', 'sehun@osweets.example', '거래 중', days(-19), null],
    ['신유나', '늘봄물류', 'yuna@neulbom.example', '신규', null, null],
    ['권태양', '산들아웃도어', 'taeyang@sandeul.example', '거래 중', days(-28), null],
    ['황보름', '보름카페', 'boreum@boreum.example', '보류', days(-90), null],
    ['송나래', '나래도예', 'narae@naraepottery.example', '신규', days(-6), null],
    ['조은별', '은별섬유', 'eunbyeol@eunbyeol.example', '거래 중', days(-14), '매달 주문함.'],
    ['유재인', '유앤홍', 'jaein@yuhong.example', '상담 중', days(-9), null],
    ['문가람', '가람의원', 'garam@garamclinic.example', '신규', null, null],
    ['배성현', '튼튼건설', 'seonghyeon@teunteun.example', '거래 중', days(-33), null],
    [
      '노은지',
      '은지스튜디오',
      'eunji@eunjistudio.example',
      '상담 중',
      days(-12),
      '다음 달에 결정.',
    ],
    ['남기훈', '맑은안경', 'gihun@malgeun.example', '보류', days(-120), null],
    ['홍다인', '바다보트', 'dain@badaboat.example', '상담 중', days(-16), null],
  ],
};

const projects: SampleCollection = {
  about: {
    name: '프로젝트',
    description: '기한과 예산이 있는 일입니다. 예시 데이터이므로 바꾸거나 모두 지워도 됩니다.',
    icon: 'flag',
  },
  fields: [
    { name: '제목', type: 'text', required: true, width: 240 },
    {
      name: '단계',
      type: 'select',
      width: 130,
      options: {
        choices: [
          { name: '아이디어', color: 'gray' },
          { name: '예정', color: 'blue' },
          { name: '진행 중', color: 'orange' },
          { name: '완료', color: 'green' },
        ],
      },
    },
    { name: '기한', type: 'date', width: 140 },
    { name: '예산', type: 'money', width: 140, options: { currency: 'KRW' } },
    { name: '청구 완료', type: 'boolean', width: 110 },
    { name: '링크', type: 'url', width: 220 },
    {
      name: '남은 일수',
      type: 'formula',
      width: 110,
      options: { formula: 'IF({단계} = "완료", BLANK(), DATETIME_DIFF({기한}, TODAY(), "days"))' },
    },
  ],
  rows: [
    ['봄 카탈로그', '완료', days(-41), 4200000, true, 'https://example.com/catalogue'],
    ['새 홈페이지', '진행 중', days(12), 9800000, false, 'https://example.com/website'],
    ['공개 행사', '예정', days(26), 1500000, false, null],
    ['고객 설문 조사', '완료', days(-18), 600000, true, null],
    ['두 언어 가격표', '진행 중', days(5), 900000, false, null],
    ['자료실 이전', '예정', days(58), 2400000, false, null],
    ['협력사 소식지', '진행 중', days(2), 300000, false, 'https://example.com/news'],
    ['팀 사진 촬영', '완료', days(-70), 750000, true, null],
    ['신입 교육', '예정', days(33), 1200000, false, null],
    ['두 번째 창고', '아이디어', null, 6500000, false, null],
    ['휠체어 진입로', '아이디어', null, 11000000, false, null],
    ['연간 보고서', '예정', days(84), 2000000, false, null],
    ['가을 박람회 부스', '예정', days(102), 3600000, false, 'https://example.com/fair'],
    ['보험 갱신', '완료', days(-9), 1850000, true, null],
    ['인쇄기 수리', '진행 중', days(-3), 1100000, false, null],
    ['적립 카드', '아이디어', null, 500000, false, null],
    ['전력 공급사 변경', '완료', days(-25), 0, false, null],
    ['작업장 소개 영상', '진행 중', days(19), 5400000, false, 'https://example.com/film'],
  ],
};

/** As the English ones, for tenants that speak Korean. */
export const koreanSamples: readonly SampleCollection[] = [contacts, projects];
