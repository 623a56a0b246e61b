package cn.qingcheng.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A body on its way through, of which nothing is kept: each buffer is shown to an observer, then passed on. */
final class WatchedStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final Predicate<Buffer> observer;
    private final Consumer<Runnable> breaker;
    // A request arrives paused, and stays so until there is a connection to send it on.
    private boolean held = true;
    private boolean ended;

    /** The observer says of each buffer whether to pass it on. */
    WatchedStream(ReadStream<Buffer> source, Predicate<Buffer> observer) {
        this(source, observer, Runnable::run);
    }

    /** When the stream breaks off, the breaker is called with what then tells the receiving side. */
    WatchedStream(ReadStream<Buffer> source, Predicate<Buffer> observer, Consumer<Runnable> breaker) {
        this.source = source;
        this.observer = observer;
        this.breaker = breaker;
    }

    /** Whether the receiving side has asked to wait. */
    boolean isHeld() {
        return held;
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public WatchedStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler == null ? null : failure -> breaker.accept(() -> handler.handle(failure)));
        return this;
    }

    @Override
    public WatchedStream handler(@Nullable Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : buffer -> {
                            if (observer.test(buffer)) {
                                handler.handle(buffer);
                            }
                        });
        return this;
    }

    @Override
    public WatchedStream endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(end -> {
            ended = true;
            if (handler != null) {
                handler.handle(null);
            }
        });
        return this;
    }

    @Override
    public WatchedStream pause() {
        held = true;
        source.pause();
        return this;
    }

    @Override
    public WatchedStream resume() {
        held = false;
        source.resume();
        return this;
    }

    @Override
    public WatchedStream fetch(long amount) {
        held = false;
        source.fetch(amount);
        return this;
    }
}
