package cn.qingcheng.gateway.identity;

import java.util.Set;

/** Whom a good token names, and until when it has been found good. */
public record TokenHolder(String subject, String client, Set<String> roles, long goodUntilNanos, int keysVersion) {

    boolean isStillGood(int currentKeysVersion) {
        return goodUntilNanos - System.nanoTime() > 0 && keysVersion == currentKeysVersion;
    }
}
