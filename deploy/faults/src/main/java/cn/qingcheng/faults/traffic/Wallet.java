package cn.qingcheng.faults.traffic;

import cn.qingcheng.stack.Accounts;
import cn.qingcheng.stack.StackFailure;
import cn.qingcheng.stack.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of all accounts, kept for most of their half an hour. */
final class Wallet {

    private static final Duration KEPT = Duration.ofMinutes(20);

    private final Tokens tokens;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, long sinceNanos) {}

    Wallet(Accounts sample, List<Accounts.User> fresh) {
        List<Accounts.User> everybody = new ArrayList<>(sample.users());
        everybody.addAll(fresh);
        this.tokens = new Tokens(
                new Accounts(sample.issuer(), sample.webClient(), sample.password(), everybody, sample.clients()));
    }

    /**
     * The account's token.
     *
     * @throws StackFailure when it is not there and Keycloak cannot give it now
     */
    String token(String account) {
        long now = System.nanoTime();
        Kept found = kept.get(account);
        if (found == null || now - found.sinceNanos() > KEPT.toNanos()) {
            found = new Kept(tokens.of(account), now);
            kept.put(account, found);
        }
        return found.token();
    }
}
