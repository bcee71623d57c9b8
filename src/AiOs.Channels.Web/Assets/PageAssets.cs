namespace AiOs.Channels.Web.Assets;

/// <summary>The files that pages refer to.</summary>
internal static class PageAssets
{
    public static Asset Style { get; } = new("app.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("app.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    public static Asset? Find(string? fileName) =>
        fileName == Style.FileName ? Style : fileName == Script.FileName ? Script : fileName == Icon.FileName ? Icon : null;
}
