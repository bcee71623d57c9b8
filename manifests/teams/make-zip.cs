// Makes the app package that Teams takes: fills the app id and the domain into manifest.json and packs it with the icons.
//
//     dotnet run manifests/teams/make-zip.cs -- APP_ID DOMAIN [OUT.zip]
//
// The same words make the same bytes.
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

const int BadUsage = 2;
string[] names = ["manifest.json", "color.png", "outline.png"];

if (args.Length is not (2 or 3))
{
    return Refuse("Two things are needed: the app id of the bot and the domain it is reached at, such as: dotnet run make-zip.cs -- 11111111-2222-3333-4444-555555555555 bot.example.com");
}

if (!Guid.TryParseExact(args[0], "D", out var app) || app == Guid.Empty)
{
    return Refuse($"'{args[0]}' is no app id; it looks like 11111111-2222-3333-4444-555555555555 and stands in the bot's registration.");
}

var domain = args[1].ToLowerInvariant();
if (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.') || !domain.All(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-'))
{
    return Refuse($"'{args[1]}' is no domain; give it without https:// and without a path, such as bot.example.com.");
}

var text = File.ReadAllText(Path.Combine(Here(), names[0]))
    .Replace("${APP_ID}", app.ToString("D"), StringComparison.Ordinal)
    .Replace("${DOMAIN}", domain, StringComparison.Ordinal);
using (JsonDocument.Parse(text))
{
    // What was changed in the file by hand is to be whole before Teams sees it.
}

var target = Path.GetFullPath(args.Length == 3 ? args[2] : "aios-teams.zip");
using (var zip = new ZipArchive(new FileStream(target, FileMode.Create), ZipArchiveMode.Create))
{
    foreach (var name in names)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var into = entry.Open();
        into.Write(name == names[0] ? Encoding.UTF8.GetBytes(text) : File.ReadAllBytes(Path.Combine(Here(), name)));
    }
}

Console.WriteLine(target);
return 0;

static int Refuse(string sentence)
{
    Console.Error.WriteLine(sentence);
    return BadUsage;
}

// The icons lie beside the script, wherever it is started from.
static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
