package cn.qingcheng.kit.sample;

import cn.qingcheng.kit.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "sample_note")
class Note {

    static final int MAX_PAGES = 500;

    @Id
    private UUID id;

    private String title;
    private int pages;

    @Version
    private long version;

    protected Note() {}

    Note(UUID id, String title, int pages) {
        this.id = id;
        edit(title, pages);
    }

    final void edit(String newTitle, int newPages) {
        if (newPages > MAX_PAGES) {
            throw new ProblemException(NoteProblem.TOO_THICK, MAX_PAGES);
        }
        this.title = newTitle;
        this.pages = newPages;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    int pages() {
        return pages;
    }

    long version() {
        return version;
    }
}
