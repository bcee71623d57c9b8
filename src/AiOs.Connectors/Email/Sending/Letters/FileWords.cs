using System.Globalization;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Files;

namespace AiOs.Connectors.Email.Sending.Letters;

/// <summary>A file in one line for a card.</summary>
internal static class FileWords
{
    private const int ShortDigest = 16;
    private const double Unit = 1024;

    public static string Of(MailFile file) =>
        $"{SafeText.OneLine(file.Name)} ({SizeOf(file.Size)}, {SafeText.OneLine(file.MediaType)}, SHA-256 {file.Sha256.Hex[..Math.Min(ShortDigest, file.Sha256.Hex.Length)]}…)";

    public static string SizeOf(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Unit:0.0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Unit / Unit:0.0} MB"),
    };
}
