namespace AiOs.Storage.Sqlite.Packing;

/// <summary>What a stretch of a packed body is. The numbers are stored.</summary>
internal enum TokenKind
{
    /// <summary>Bytes as they are.</summary>
    Literal = 0,

    /// <summary>The text of a column of the same row.</summary>
    Column = 1,

    /// <summary>Bytes that stand as lower-case hexadecimal digits.</summary>
    Hex = 2,

    /// <summary>Bytes that stand as Base64 (RFC 4648 section 4), whole groups of three.</summary>
    Base64 = 3,

    /// <summary>The same with the alphabet for URLs (section 5).</summary>
    Base64Url = 4,
}
