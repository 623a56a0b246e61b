package cn.qingcheng.faults.traffic;

/** What an actor does when it is its turn; one turn is a few requests. */
interface Role {
    void act();
}
