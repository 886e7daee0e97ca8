using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Features.Sources;

namespace PeaceTracker.Web.Tests.Editing;

public class SavingTests : EditingTests
{
    [Fact]
    public async Task Save_PressedTwiceWhileSaving_SavesOnce()
    {
        var (saves, saving) = (0, new TaskCompletionSource());
        var bar = Render<SaveBar>(p => p.Add(b => b.Errors, new()).Add(b => b.OnSave, () => { saves++; return saving.Task; }));

        var first = bar.Find("[data-save]").ClickAsync(new());
        Assert.Equal("true", bar.Find("[data-save]").GetAttribute("aria-disabled"));
        var second = bar.Find("[data-save]").ClickAsync(new());
        saving.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(1, saves);
        Assert.Equal("Save", bar.Find("[data-save]").TextContent);
    }

    [Fact]
    public void Save_FieldThatCannotBeRead_IsNotCalled()
    {
        var saves = 0;
        var errors = new FieldErrors();
        errors.SetUnread(this, "on", "Not a date.");
        var bar = Render<SaveBar>(p => p.Add(b => b.Errors, errors).Add(b => b.OnSave, () => saves++));

        bar.Find("[data-save]").Click();

        Assert.Equal(0, saves);
    }

    [Fact]
    public void Errors_OfFieldsAndTheWhole_AreListedAndLeadToTheField()
    {
        var bar = Render<SaveBar>(p => p.Add(b => b.Errors, new([("citations[0].locator", "Say where."), ("", "The whole can’t stand.")])));

        Assert.Equal(["Say where.", "The whole can’t stand."], bar.FindAll("[role=alert] li").Select(item => item.TextContent.Trim()));
        Assert.Equal(FieldErrors.IdOfFullPath("citations[0].locator"), bar.Find("a[data-to-field]").GetAttribute("data-to-field"));
    }

    [Fact]
    public void Save_Refused_MovesTheFocusToTheErrors()
    {
        var bar = Render<SaveBar>(p => p.Add(b => b.Errors, new([("", "Not so.")])));

        bar.Find("[data-save]").Click();

        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void Conflict_ChoiceByField_TellsWhichOfMineShallStand()
    {
        IReadOnlySet<string> told = new HashSet<string>();
        var view = Render<ConflictView>(p => p
            .Add(v => v.Rows, [new("title", "Title", "a", "b", "c"), new("note", "Note", "", "x", "y")])
            .Add(v => v.By, "Ann, 09:30")
            .Add(v => v.OnChosen, mine => told = mine));

        Assert.Contains("Ann, 09:30", view.Markup, StringComparison.Ordinal);
        view.FindAll("input[name=conflict-note]")[1].Change("on");
        view.Find("button.button").Click();

        Assert.Equal(["note"], told);
    }

    [Fact]
    public void Citations_Required_BeginsWithOneAndNamesEachField()
    {
        List<CitationForm> value = [];
        var errors = new FieldErrors([("citations[0].locator", "Say where.")]);
        var field = Render<CitationsField>(p => p
            .Add(f => f.Label, "Sources").Add(f => f.Value, value).Add(f => f.Required, true)
            .Add(f => f.Path, "citations").Add(f => f.Errors, errors).Add(f => f.Sources, [new("s", "A paper")]));

        Assert.Single(value);
        Assert.Equal("Say where.", field.Find("#field-citations-0--locator-error").TextContent.Trim());
        field.FindAll("button")[^1].Click();
        Assert.Equal(2, value.Count);
        field.Find("[aria-label='Remove citation 1']").Click();
        Assert.Single(value);
    }

    [Fact]
    public async Task Reason_Empty_IsAskedAgainAndThenGiven()
    {
        await WithEditorAsync(new RecordBuilder().Build());
        var provider = Render<MudBlazor.MudDialogProvider>();
        var asked = await AskAsync(provider);

        provider.Find(".mud-dialog-actions .button").Click();
        Assert.Contains("Give the reason", provider.Find("#field-reason-error").TextContent, StringComparison.Ordinal);
        provider.Find("#field-reason").Change("  Misread.  ");
        provider.Find(".mud-dialog-actions .button").Click();

        Assert.Equal("Misread.", await asked);
        Assert.Empty(await Services.GetRequiredService<FormKeeper>().ListAsync(WhoIsIn, null, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reason_DialogClosedWithoutAnAnswer_IsThereWhenItIsAskedAgain()
    {
        await WithEditorAsync(new RecordBuilder().Build());
        var provider = Render<MudBlazor.MudDialogProvider>();
        var asked = await AskAsync(provider);

        provider.Find("#field-reason").Change("Half a reason");
        provider.Find(".mud-dialog-actions .button-quiet").Click();
        Assert.Null(await asked);
        Assert.Empty(provider.FindAll("#field-reason"));

        await AskAsync(provider);
        Assert.Equal("Half a reason", provider.Find("#field-reason").GetAttribute("value"));
    }

    private Task<Task<string?>> AskAsync(IRenderedComponent<MudBlazor.MudDialogProvider> provider) => provider.InvokeAsync(() => Task.FromResult(
        ReasonDialog.AskAsync(
            Services.GetRequiredService<MudBlazor.IDialogService>(), "Retract?", null, "Retract", new("/here#reason", "Retract?", null))));
}
