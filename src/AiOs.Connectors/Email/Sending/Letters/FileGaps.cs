using System.Text.RegularExpressions;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Files;
using AiOs.Contracts.Ids;

namespace AiOs.Connectors.Email.Sending.Letters;

/// <summary>What keeps files from going out exactly as the arguments say.</summary>
internal static partial class FileGaps
{
    private const int MostFiles = 20;
    private const int LongestName = 120;
    private const long MostBytes = 20L * 1024 * 1024;

    public static IEnumerable<string> Of(IReadOnlyList<MailFile> files)
    {
        if (files.Count > MostFiles) yield return $"more than {MostFiles} files";
        if (files.Sum(file => (decimal)file.Size) > MostBytes) yield return $"the files have more than {FileWords.SizeOf(MostBytes)} together";
        foreach (var file in files)
        {
            if (!IsName(file.Name)) yield return $"\"{SafeText.OneLine(file.Name)}\" is not a usable file name";
            else if (file.Size <= 0) yield return $"{file.Name} is empty";
            else if (!IsMediaType(file.MediaType)) yield return $"{file.Name} has a media type that no file can be sent with";
            else if (!Digest.TryParse(file.Sha256.Hex, out _)) yield return $"{file.Name} has no digest";
        }

        var twice = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) yield return $"two files are called \"{SafeText.OneLine(twice.Key)}\"";
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && SafeText.OneLine(name) == name && name.Trim() == name && name[0] != '.'
        && !name.Any(c => c is '/' or '\\' or ':' || char.IsSurrogate(c) || SafeText.IsZeroWidth(c));

    /// <summary>A mail or a tree of parts is no file: it would be read as part of this mail.</summary>
    private static bool IsMediaType(string type) =>
        MediaType().IsMatch(type) && !type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("message/", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,63}/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]{0,63}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MediaType();
}
