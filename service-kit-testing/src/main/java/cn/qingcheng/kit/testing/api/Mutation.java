package cn.qingcheng.kit.testing.api;

/**
 * A body that is wrong in one place, or may be.
 *
 * @param what is done to it, and where
 * @param place the JSON Pointer of where
 * @param body as it is sent
 * @param canary what no answer that refuses it may repeat; empty when there is nothing to repeat
 * @param isWrong whether the API's own words say that it must be refused
 */
record Mutation(String what, String place, String body, String canary, boolean isWrong) {}
