package cn.qingcheng.talent.registry;

import org.jspecify.annotations.Nullable;

/** A person in clear, on the way into the registry or out of it; never logged, never in an event. */
public record Person(
        String idNumber,
        String name,
        @Nullable String phone,
        @Nullable String email) {

    /** Says nothing, so that no log line ever does. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
