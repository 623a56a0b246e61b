package cn.qingcheng.kit.sample;

import java.util.UUID;

record NoteResponse(UUID id, String title, int pages, long version) {

    static NoteResponse from(Note note) {
        return new NoteResponse(note.id(), note.title(), note.pages(), note.version());
    }
}
