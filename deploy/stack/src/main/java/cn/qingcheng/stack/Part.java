package cn.qingcheng.stack;

/** One process of a running city with all below it: PostgreSQL, Kafka, the gateway or one instance of a service. */
public interface Part {
    /** {@code postgres}, {@code kafka}, {@code gateway}, {@code talent-service-1} and so on; also the name of its log. */
    String name();

    /** Whether its process is there; a paused one is. */
    boolean isRunning();

    /** Ends it as {@code kill -9} does, with all processes below it; returns when they are gone. */
    void kill();

    /** Stands it still, with all processes below it, until {@link #resume}. */
    void pause();

    void resume();

    /** Asks it to end, as before an update; returns when it is gone. */
    void stop();

    /**
     * Starts it on the data it left and returns when it is ready.
     *
     * @throws StackFailure when it already runs, or does not get ready
     */
    void start();
}
