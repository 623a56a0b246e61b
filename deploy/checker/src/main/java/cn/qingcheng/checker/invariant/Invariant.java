package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;

/** Something that is true of every settled city, whatever has failed before. */
public interface Invariant {
    /** Counted from 1; the number people know it by. */
    int number();

    /** A word or two. */
    String name();

    /** What must be true, as one sentence. */
    String sentence();

    Finding check(CityUnderCheck city);
}
