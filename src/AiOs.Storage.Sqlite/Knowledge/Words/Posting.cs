namespace AiOs.Storage.Sqlite.Knowledge.Words;

/// <summary>A row that has a word.</summary>
/// <param name="Row">The row.</param>
/// <param name="Times">How often; a time in the title counts twice.</param>
internal readonly record struct Posting(int Row, int Times);
