using System.Globalization;
using System.Text;

namespace AiOs.Channels.Web.Assets;

/// <summary>The mail that a new user may try the program with: a forwarded inquiry, dated today, from an address that can belong to nobody.</summary>
internal sealed class ExampleMail(TimeProvider clock)
{
    private static readonly string Template = Read();

    public byte[] Make()
    {
        var now = clock.GetLocalNow();
        var text = Template
            .Replace("{date}", now.ToString("ddd, dd MMM yyyy ", CultureInfo.InvariantCulture) + "09:12:00 +0000", StringComparison.Ordinal)
            .Replace("{day}", now.ToString("ddd, MMM d, yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{id}", now.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
    }

    private static string Read()
    {
        using var stream = typeof(ExampleMail).Assembly.GetManifestResourceStream("example.eml")
            ?? throw new InvalidOperationException("example.eml is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
