using System.Collections.Frozen;

namespace AiOs.Connectors.Email.Attachments;

/// <summary>What a file is taken for, and what is odd about it. Nothing of it is ever run or opened.</summary>
/// <param name="MediaType">The type by its bytes; the declared one where they do not tell.</param>
/// <param name="Warning">One sentence where it is something else than it says, or dangerous to open.</param>
internal sealed record AttachmentCheck(string MediaType, string? Warning)
{
    private const string Octets = "application/octet-stream";

    /// <summary>Endings of what runs when it is opened, on one system or another.</summary>
    private static readonly FrozenSet<string> RunsWhenOpened = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".exe", ".scr", ".com", ".pif", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".hta", ".msi", ".msp", ".msc", ".cpl", ".dll", ".sys", ".reg", ".lnk", ".url",
        ".jar", ".jnlp", ".app", ".command", ".sh", ".bash", ".csh", ".py", ".pl", ".rb", ".apk", ".appx", ".msix", ".dmg", ".pkg", ".deb", ".rpm", ".iso", ".img", ".vhd", ".vhdx", ".chm", ".xll", ".one", ".settingcontent-ms", ".appref-ms");

    private static readonly FrozenSet<string> HoldsMacros = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".potm", ".ppam", ".ppsm", ".sldm");

    private static readonly FrozenDictionary<string, string> Nouns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [SniffedType.Program] = "a program",
        ["application/x-executable"] = "a program",
        ["application/x-mach-binary"] = "a program",
        ["application/x-ms-shortcut"] = "a shortcut to a program",
        [SniffedType.Script] = "a script",
        [SniffedType.Pdf] = "a PDF document",
        [SniffedType.Html] = "a web page",
        [SniffedType.Zip] = "a ZIP archive",
        [SniffedType.Calendar] = "a calendar file",
        [SniffedType.Mail] = "a mail",
        [SniffedType.OldOffice] = "an old Office document",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Judges a file.</summary>
    /// <param name="name">Its safe name.</param>
    /// <param name="declared">The declared media type, lower case.</param>
    /// <param name="bytes">Its bytes.</param>
    public static AttachmentCheck Of(string name, string declared, ReadOnlySpan<byte> bytes)
    {
        var sniffed = SniffedType.Of(bytes);
        var said = Plain(declared);
        if (sniffed == SniffedType.Mail && said.StartsWith("text/", StringComparison.Ordinal)) sniffed = null;
        var type = sniffed is null || (sniffed == SniffedType.Zip && said != SniffedType.Zip && IsZipped(said)) ? declared : sniffed;
        return new AttachmentCheck(type, Runs(name, sniffed) ?? Otherwise(name, said, sniffed, bytes.Length) ?? Opens(name, sniffed));
    }

    private static string? Runs(string name, string? sniffed)
    {
        if (sniffed is SniffedType.Program or SniffedType.Script or "application/x-executable" or "application/x-mach-binary" or "application/x-ms-shortcut")
            return $"The attached file \"{name}\" is {Noun(sniffed)}; it is kept and never run. Do not open it unless you expected it.";
        var ending = Path.GetExtension(name);
        if (RunsWhenOpened.Contains(ending))
            return $"The attached file \"{name}\" ends in \"{ending}\", which runs when it is opened; it is kept and never run. Do not open it unless you expected it.";
        return HoldsMacros.Contains(ending) ? $"The attached file \"{name}\" is an Office document that may hold macros; it is kept and never run." : null;
    }

    private static string? Otherwise(string name, string said, string? sniffed, int length)
    {
        if (length == 0 || said is Octets or "") return null;
        if (sniffed is null)
            return HasBytesOfItsOwn(said) ? $"The attached file \"{name}\" says that it is {Noun(said)} and its bytes are not; it is kept as it came." : null;
        return Same(said, sniffed) ? null : $"The attached file \"{name}\" says that it is {Noun(said)} and is {Noun(sniffed)}; it is kept as it came.";
    }

    private static string? Opens(string name, string? sniffed) =>
        sniffed == SniffedType.Html ? $"The attached file \"{name}\" is a web page, which may ask for passwords in another's name; it is kept and not shown." : null;

    private static bool Same(string said, string sniffed) =>
        said == sniffed
        || (sniffed == SniffedType.Zip && IsZipped(said))
        || (sniffed.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal) && IsZipped(said))
        || (sniffed == "application/vnd.oasis.opendocument" && said.StartsWith(sniffed, StringComparison.Ordinal))
        || (sniffed == SniffedType.OldOffice && (said.StartsWith("application/vnd.ms-", StringComparison.Ordinal) || said is "application/msword" or "application/x-msi"))
        || (sniffed == SniffedType.Mail && said.StartsWith("message/", StringComparison.Ordinal))
        || (sniffed == SniffedType.Calendar && said is "text/plain")
        || (sniffed == SniffedType.Html && said is "application/xhtml+xml" or "text/xml");

    private static bool IsZipped(string said) =>
        said.StartsWith("application/vnd.", StringComparison.Ordinal) || said.EndsWith("+zip", StringComparison.Ordinal) || said is SniffedType.Zip or "application/java-archive" or "application/x-xpinstall";

    /// <summary>Whether a type has a first line of its own, so that bytes without it are something else.</summary>
    private static bool HasBytesOfItsOwn(string said) =>
        said is SniffedType.Pdf or "image/png" or "image/jpeg" or "image/gif" or "image/webp" or SniffedType.Zip or "application/gzip" || said.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal);

    private static string Plain(string declared) => declared switch
    {
        "image/jpg" or "image/pjpeg" => "image/jpeg",
        "application/x-pdf" or "text/pdf" or "application/acrobat" => SniffedType.Pdf,
        "application/x-zip" or "application/x-zip-compressed" => SniffedType.Zip,
        "application/x-gzip" => "application/gzip",
        "application/ics" or "application/calendar" or "text/x-vcalendar" => SniffedType.Calendar,
        "application/x-msdownload" or "application/x-dosexec" => SniffedType.Program,
        "application/x-rar-compressed" or "application/x-rar" => "application/vnd.rar",
        "application/force-download" or "application/download" or "binary/octet-stream" or "application/unknown" => Octets,
        _ => declared,
    };

    private static string Noun(string type) =>
        Nouns.GetValueOrDefault(type) ?? (type.StartsWith("image/", StringComparison.Ordinal) ? $"a picture ({type})" : $"of the type {type}");
}
