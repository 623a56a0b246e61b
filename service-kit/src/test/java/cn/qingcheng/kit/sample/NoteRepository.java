package cn.qingcheng.kit.sample;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class NoteRepository implements PanacheRepositoryBase<Note, UUID> {

    List<Note> after(String title, int limit) {
        return find("title > ?1 order by title", title).page(0, limit).list();
    }
}
