namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>
/// The tables of memory, since version 3. What filters look at stands apart from the words, so that a filter reads few pages. The index of
/// words keeps no text of its own, and <c>secure-delete</c> makes it forget a word at once and not at its next merge.
/// </summary>
internal static class KnowledgeSchema
{
    /// <summary>Makes what is missing.</summary>
    public const string Tables = """

        CREATE TABLE IF NOT EXISTS knowledge_state(id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS knowledge(row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, provenance INTEGER NOT NULL,
            superseded INTEGER NOT NULL, size INTEGER NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL, valid_from INTEGER, valid_to INTEGER,
            source BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS knowledge_by_source ON knowledge(source);
        CREATE INDEX IF NOT EXISTS knowledge_by_position ON knowledge(position DESC, id);
        CREATE TABLE IF NOT EXISTS knowledge_bodies(row INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, subjects TEXT NOT NULL,
            neighbourhood TEXT, superseded_by TEXT);
        CREATE TABLE IF NOT EXISTS knowledge_subjects(subject TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (subject, row)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS knowledge_models(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS knowledge_vectors(row INTEGER NOT NULL, model INTEGER NOT NULL, vector BLOB NOT NULL,
            PRIMARY KEY (row, model)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE IF NOT EXISTS knowledge_text USING fts5(title, text, content='knowledge_bodies', content_rowid='row',
            tokenize="unicode61 remove_diacritics 2");
        INSERT INTO knowledge_text(knowledge_text, rank) VALUES ('secure-delete', 1);
        CREATE VIRTUAL TABLE IF NOT EXISTS knowledge_terms USING fts5vocab('knowledge_text', 'instance');

        """;
}
