package cn.qingcheng.stack;

/** Tells the person who waits what is being done, and for how long already. */
public interface Progress {
    void step(String what);

    /** Called often while a step lasts. */
    default void tick() {}

    /** The last step is over. */
    default void done() {}

    /** Says nothing; for tests. */
    static Progress silent() {
        return what -> {};
    }
}
