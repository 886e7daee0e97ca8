using System.Text;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>What is kept of a text as people type and paste it.</summary>
public class TypedTextTests
{
    [Theory]
    [InlineData("Kherson", "Kherson", 0)]
    [InlineData("\uFEFFKher\u00ADson\u200B", "Kherson", 3)]
    [InlineData("cease\uFFFEfire", "ceasefire", 1)]
    [InlineData("cease\uFFFFfire \uFDD0", "ceasefire ", 2)]
    [InlineData("up\u0007 and\u001B up", "up and up", 2)]
    [InlineData("txt\u202Eexe.pdf\u202C", "txtexe.pdf", 2)]
    [InlineData("one\u200Etwo", "onetwo", 1)]
    [InlineData("\u2800\u3164\u115F", "", 3)]
    [InlineData("first\r\nsecond\tthird", "first second third", 0)]
    // Persian "they want", a word of two parts without a space between them; a Hebrew name with a mark of direction; an accent; an emoji.
    [InlineData("می\u200Cخواهند", "می\u200Cخواهند", 0)]
    [InlineData("\u200Fירושלים", "\u200Fירושלים", 0)]
    [InlineData("Zo\u0308e 🕊", "Zo\u0308e 🕊", 0)]
    public void Clean_WhatCantBeSeen_IsTakenOutAndCounted(string typed, string expected, int takenOut) =>
        Assert.Equal(new CleanText(expected, takenOut), TypedText.Clean(typed));

    // Not among the data above: half a pair is no text that a file of test names could hold.
    [Fact]
    public void Clean_HalfASurrogatePair_IsTakenOut() => Assert.Equal(new CleanText("half  a pair", 1), TypedText.Clean("half \uD83D a pair"));

    [Theory]
    [InlineData("dove", "dove")]
    [InlineData("doves", "dove…")]
    [InlineData("a🕊b", "a🕊b")]
    [InlineData("abc🕊", "abc…")] // its first half is the fourth
    [InlineData("ab🕊c", "ab🕊…")]
    public void Shortened_LongerThanFour_TearsNoPairApart(string text, string expected) => Assert.Equal(expected, TypedText.Shortened(text, 4));

    [Fact]
    public void Clean_TextOfLines_KeepsThem() => Assert.Equal(new CleanText("one\ntwo", 1), TypedText.Clean("one\r\ntwo\u200B", lines: true));

    [Theory]
    [InlineData("", true)]
    [InlineData(" \u00A0", true)]
    [InlineData("\u200B", true)]
    [InlineData("\u2800", true)]
    [InlineData("\u3164", true)]
    [InlineData("\u00AD", true)]
    [InlineData("-", false)]
    [InlineData("\u200B9", false)]
    public void LooksEmpty_NothingToSee_IsTrue(string text, bool expected) => Assert.Equal(expected, TypedText.LooksEmpty(text));

    [Theory]
    [InlineData("abc", null)]
    [InlineData("ab\uFFFE", 3)]
    [InlineData("🕊\uFFFE", 2)]
    public void PlaceOf_TheFirstOfAKind_IsCountedFromOne(string text, int? expected) =>
        Assert.Equal(expected, TypedText.PlaceOf(text, TypedText.IsNoncharacter));

    // What comes by a file, an address or a form of another program has passed no field.
    [Fact]
    public void Normalize_WhatHasNoNormalForm_IsNoFault() => Assert.All(["cease\uFFFEfire", "cease\uD83Dfire"], text =>
    {
        Assert.StartsWith("cease", Keys.For(text, "source", []), StringComparison.Ordinal);
        Assert.StartsWith("cease", SearchText.Fold(text), StringComparison.Ordinal);
        Assert.StartsWith("CEASE", AccountNames.Key(text), StringComparison.Ordinal);
        Assert.Equal("cease\uFFFDfire", TypedText.Normalized(text, NormalizationForm.FormKC));
    });
}
