using AiOs.Channels.Web.Tests.Fakes;

namespace AiOs.Channels.Web.Tests.Pages;

/// <summary>What somebody needs who does not see the page, or has no mouse.</summary>
public sealed class PageStructureTests
{
    public static TheoryData<string, bool> Pages => new()
    {
        { "/", false },
        { "/", true },
        { "/journal", true },
        { "/costs", true },
        { "/controls", true },
        { "/digest", true },
        { "/items/" + Samples.Id(1), true },
        { "/items/" + Samples.Id(2), true },
        { "/items/" + Samples.Id(4), true },
        { "/items/nothing", true },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_EachPage_HasLandmarksAndHeadingsInOrder(string path, bool filled)
    {
        var page = await LoadAsync(path, filled);
        Assert.Equal("en", page.Named("html").Single()["lang"]);
        Assert.Single(page.Named("main"));
        Assert.Single(page.Named("h1"));
        Assert.All(page.Named("nav"), nav => Assert.NotNull(nav["aria-label"]));
        Assert.False(string.IsNullOrWhiteSpace(page.Named("title").Single().Text));
        var level = 0;
        foreach (var heading in page.All.Where(node => node.Name is "h1" or "h2" or "h3" or "h4"))
        {
            Assert.InRange(heading.Name[1] - '0', 1, level + 1);
            Assert.False(string.IsNullOrWhiteSpace(heading.Text));
            level = heading.Name[1] - '0';
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_EachPage_NamesEveryControl(string path, bool filled)
    {
        var page = await LoadAsync(path, filled);
        var labelled = page.Named("label").Select(label => label["for"]).ToHashSet();
        foreach (var control in page.All.Where(node => node.Name is "textarea" || (node.Name == "input" && node["type"] != "hidden")))
        {
            Assert.Contains(control["id"], labelled);
        }

        Assert.All(page.Named("button").Concat(page.Named("a")).Concat(page.Named("summary")), node =>
            Assert.False(string.IsNullOrWhiteSpace(node.Text + node["aria-label"])));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_EachPage_RefersOnlyToWhatIsThere(string path, bool filled)
    {
        var page = await LoadAsync(path, filled);
        var ids = page.All.Select(node => node["id"]).Where(id => id is not null).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var name in new[] { "aria-labelledby", "aria-describedby", "for" })
        {
            Assert.All(page.All.Where(node => node[name] is not null), node => Assert.Contains(node[name], ids));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_EachPage_CarriesNoStyleAndNoScriptOfItsOwn(string path, bool filled)
    {
        var page = await LoadAsync(path, filled);
        Assert.Empty(page.Named("style"));
        Assert.All(page.Named("script"), script => Assert.Empty(script.Text));
        Assert.DoesNotContain(page.All, node => node.Attributes.Keys.Any(static key => key == "style" || key.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Render_Chat_ChangesOnlyByPostForms()
    {
        var page = await LoadAsync("/", filled: true);
        Assert.NotEmpty(page.Named("form"));
        Assert.All(page.Named("form"), form => Assert.Equal("post", form["method"]));
        Assert.DoesNotContain(page.Named("a"), link => link["href"]!.Contains("approvals", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chat_Empty_SaysWhatToDo()
    {
        var page = await LoadAsync("/", filled: false);
        Assert.Contains("Drop a forwarded mail here", page.Named("main").Single().Text, StringComparison.Ordinal);
        Assert.Contains("Try it with an example mail", page.Buttons);
    }

    [Fact]
    public async Task Chat_WaitingOnes_ComeFirstAndAreCounted()
    {
        var page = await LoadAsync("/", filled: true);
        Assert.StartsWith("(4) ", page.Named("title").Single().Text, StringComparison.Ordinal);
        var places = page.Named("article").Select(node => node["data-place"]).ToList();
        Assert.Equal(["waiting", "waiting", "waiting", "waiting", "rest", "rest", "rest"], places);
    }

    [Fact]
    public async Task AnyPage_WhenFrozen_SaysSo()
    {
        await using var web = await WebServer.StartAsync(Samples.Waiting(1));
        web.Desk.FrozenBecause = "The head file is ahead of the store.";
        foreach (var path in new[] { "/", "/journal", "/costs", "/controls", "/items/" + Samples.Id(1) })
        {
            Assert.Contains("The head file is ahead of the store.", await web.GetTextAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Item_ClaimedSender_IsMarked()
    {
        var page = await LoadAsync("/items/" + Samples.Id(1), filled: true);
        var claimed = page.Named("div").Where(node => node.Text.EndsWith(" claimed", StringComparison.Ordinal) && node.Text.StartsWith("From", StringComparison.Ordinal));
        Assert.NotEmpty(claimed);
        Assert.Contains("93 % sure", page.Named("main").Single().Text, StringComparison.Ordinal);
    }

    private static async Task<HtmlPage> LoadAsync(string path, bool filled)
    {
        await using var web = filled
            ? await WebServer.StartAsync(Samples.Waiting(1), Samples.Asking(2), Samples.Done(3), Samples.Unknown(4), Samples.Rejected(5), Samples.Typing(6), Samples.Undoable(7))
            : await WebServer.StartAsync();
        using var response = await web.GetAsync(path);
        return new HtmlPage(await WebServer.TextAsync(response));
    }
}
