package cn.qingcheng.subsidy.publicity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One issue of a scheme's weekly list, exactly as published; what comes later is the next issue. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
@Immutable
public class PublicityList {
    @Id
    private UUID id;

    private String schemeCode;
    private String week;
    private int issue;
    private Instant publishedAt;
    private Instant closesAt;
    private String content;
    private String digest;

    protected PublicityList() {}

    PublicityList(UUID id, PublishedContent published, Instant publishedAt, Instant closesAt) {
        this.id = id;
        this.schemeCode = published.schemeCode();
        this.week = published.week();
        this.issue = published.issue();
        this.publishedAt = publishedAt;
        this.closesAt = closesAt;
        this.content = published.text();
        this.digest = published.digest();
    }

    public UUID id() {
        return id;
    }

    public String schemeCode() {
        return schemeCode;
    }

    public String week() {
        return week;
    }

    public int issue() {
        return issue;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Instant closesAt() {
        return closesAt;
    }

    /** The bytes the digest is over, in UTF-8. */
    public String content() {
        return content;
    }

    /** SHA-256 in hexadecimal. */
    public String digest() {
        return digest;
    }
}
