using System.Globalization;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Why a mail cannot be read, one sentence each.</summary>
internal static class Unreadables
{
    public static MailReading.Unreadable Empty() => new("empty", "The file is empty; save the mail again and drop it once more.");

    public static MailReading.Unreadable TooLarge(long bytes, long most) => new(
        "too-large",
        $"The mail has {Megabytes(bytes)} MB and at most {Megabytes(most)} MB are read; send large files another way.");

    public static MailReading.Unreadable HeaderTooLarge() => new("header-too-large", "The mail's header is larger than any real one; it was not read.");

    public static MailReading.Unreadable TooManyParts(int most) => new("too-many-parts", $"The mail has more than {most} parts; it was not read.");

    public static MailReading.Unreadable TooDeep(int most) => new("too-deep", $"The mail has parts inside parts more than {most} levels deep; it was not read.");

    public static MailReading.Unreadable DecodedTooLarge(long most) => new(
        "too-large",
        $"The mail's parts unpack to more than {Megabytes(most)} MB; it was not read.");

    public static MailReading.Unreadable Truncated() => new("truncated", "The mail stops before its end; save it again from the mail program and drop it once more.");

    public static MailReading.Unreadable NotMail() => new("not-mail", "This is not a mail in the .eml format (RFC 5322); save it from the mail program as .eml.");

    private static string Megabytes(long bytes) => (bytes / (1024d * 1024d)).ToString("0.#", CultureInfo.InvariantCulture);
}
