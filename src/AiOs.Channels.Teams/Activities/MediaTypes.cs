namespace AiOs.Channels.Teams.Activities;

/// <summary>The types of files, where Teams says only a name.</summary>
internal static class MediaTypes
{
    private const string Unknown = "application/octet-stream";

    public static string OfName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".eml" => "message/rfc822",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".csv" => "text/csv",
        ".txt" => "text/plain",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => Unknown,
    };

    /// <summary>Inline pictures come as <c>image/*</c>.</summary>
    public static string OfPicture(string declared) => declared.ToLowerInvariant() is "image/png" or "image/jpeg" or "image/gif" or "image/webp" ? declared.ToLowerInvariant() : Unknown;
}
