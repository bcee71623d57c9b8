namespace AiOs.Storage.Mongo.Rows;

/// <summary>Which set of rows holds, and up to which commit they are written.</summary>
/// <param name="Generation">Rebuilt rows are a new set; the document that names the set is what changes at one stroke.</param>
/// <param name="Position">Rows of every commit up to here are written.</param>
internal readonly record struct RowPlace(long Generation, long Position);
