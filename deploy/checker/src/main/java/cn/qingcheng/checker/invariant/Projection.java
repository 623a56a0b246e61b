package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;

/** What one service keeps of others' events, folded anew from the first one and held against its table. */
interface Projection {
    void compare(CityUnderCheck city, Heard heard, Findings findings);
}
