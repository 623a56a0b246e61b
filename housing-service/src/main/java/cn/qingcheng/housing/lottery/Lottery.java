package cn.qingcheng.housing.lottery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The draw {@code talent-lottery/v1}: from the frozen list and announced entropy to an order, in arithmetic anybody can
 * repeat. A ticket's key depends on the seed and its own id alone, so striking one leaves the order of the others.
 */
public final class Lottery {

    public static final String ALGORITHM = "talent-lottery/v1";

    private Lottery() {}

    /** D: hex SHA-256 of the ids in ascending ASCII order, each followed by a line feed. */
    public static String listDigest(Collection<String> ticketIds) {
        MessageDigest sha256 = sha256();
        ticketIds.stream().sorted().forEach(id -> sha256.update((id + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    /**
     * The digest of everything else the result depends on, in the order of the list: one line
     * {@code id|tier|wish,wish,…} for each ticket. Published with D, so that no wish can be changed after it.
     */
    public static String inputsDigest(Collection<Ticket> tickets) {
        MessageDigest sha256 = sha256();
        tickets.stream()
                .sorted(Comparator.comparing(Ticket::id))
                .map(ticket -> ticket.id() + "|" + ticket.tier() + "|" + String.join(",", ticket.wishes()) + "\n")
                .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** S: hex SHA-256 of {@code talent-lottery/v1|roundCode|D|entropy}. */
    public static String seed(String roundCode, String listDigest, String entropy) {
        return hex(ALGORITHM + "|" + roundCode + "|" + listDigest + "|" + entropy);
    }

    /** The key of a ticket: hex SHA-256 of {@code S|ticketId}. */
    public static String key(String seed, String ticketId) {
        return hex(seed + "|" + ticketId);
    }

    /** The tickets as they are served: by tier, within a tier by ascending key. */
    public static List<DrawnTicket> order(String seed, Collection<Ticket> tickets) {
        return tickets.stream()
                .map(ticket -> new DrawnTicket(ticket, key(seed, ticket.id())))
                .sorted(Comparator.comparingInt(
                                (DrawnTicket drawn) -> drawn.ticket().tier())
                        .thenComparing(DrawnTicket::key))
                .toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
