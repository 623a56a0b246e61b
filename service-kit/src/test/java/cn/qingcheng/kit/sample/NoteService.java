package cn.qingcheng.kit.sample;

import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.precondition.MergePatch;
import cn.qingcheng.kit.precondition.Preconditions;
import cn.qingcheng.kit.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
class NoteService {

    @Inject
    NoteProbe probe;

    @Inject
    NoteRepository notes;

    @Inject
    MergePatch mergePatch;

    @Transactional
    NoteResponse create(CreateNoteRequest request) throws InterruptedException {
        probe.pass();
        Note note = new Note(UUID.randomUUID(), request.title(), request.pages());
        notes.persistAndFlush(note);
        return NoteResponse.from(note);
    }

    @Transactional
    NoteResponse get(UUID id) {
        return NoteResponse.from(find(id));
    }

    @Transactional
    Page<NoteResponse> list(PageQuery page) {
        String after = page.after().isEmpty() ? "" : page.after().get(0);
        return Page.of(notes.after(after, page.limit()), page.size(), note -> PageToken.of(note.title()))
                .map(NoteResponse::from);
    }

    @Transactional
    NoteResponse edit(UUID id, String ifMatch, JsonNode patch) {
        Note note = find(id);
        Preconditions.check(ifMatch, note.version());
        EditNoteRequest edited =
                mergePatch.apply(new EditNoteRequest(note.title(), note.pages()), patch, EditNoteRequest.class);
        note.edit(edited.title(), edited.pages());
        notes.flush();
        return NoteResponse.from(note);
    }

    private Note find(UUID id) {
        return notes.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }
}
