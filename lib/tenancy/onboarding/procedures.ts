export const onboardingProcedures = {};
