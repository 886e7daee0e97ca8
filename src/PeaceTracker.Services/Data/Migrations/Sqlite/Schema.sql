CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "Negotiations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Negotiations" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ShortTitle" TEXT NULL,
    "Description" TEXT NOT NULL,
    "Fictional" INTEGER NOT NULL,
    "StartedOn" TEXT NOT NULL,
    "StalenessDays" INTEGER NOT NULL,
    "ChangeNumber" INTEGER NOT NULL
);

CREATE TABLE "AgendaVersions" (
    "Number" INTEGER NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "InForceFrom" TEXT NOT NULL,
    "IssueKeys" TEXT NOT NULL,
    "ScopeChanges" TEXT NOT NULL,
    "Published" INTEGER NOT NULL,
    "Citations" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_AgendaVersions" PRIMARY KEY ("NegotiationId", "Number"),
    CONSTRAINT "FK_AgendaVersions_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Changes" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_Changes" PRIMARY KEY AUTOINCREMENT,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "NegotiationId" INTEGER NULL,
    CONSTRAINT "FK_Changes_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Issues" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Salience" INTEGER NOT NULL,
    "DyadKeys" TEXT NOT NULL,
    "DependsOn" TEXT NOT NULL,
    "Citations" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Issues" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Issues_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Parties" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NULL,
    "Roles" TEXT NOT NULL,
    "Description" TEXT NULL,
    "Since" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Parties" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Parties_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Rounds" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "AnnouncedOn" TEXT NOT NULL,
    "StartsOn" TEXT NOT NULL,
    "EndsOn" TEXT NULL,
    "Precision" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "DateTentative" INTEGER NOT NULL,
    "Place" TEXT NULL,
    "PlaceTentative" INTEGER NOT NULL,
    "HostKeys" TEXT NOT NULL,
    "Delegations" TEXT NOT NULL,
    "IssueKeys" TEXT NOT NULL,
    "WorkingGroupKeys" TEXT NOT NULL,
    "Outcome" TEXT NULL,
    "Citations" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Rounds" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Rounds_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Sources" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Publisher" TEXT NOT NULL,
    "Headline" TEXT NOT NULL,
    "Byline" TEXT NULL,
    "DateAsPrinted" TEXT NOT NULL,
    "PublishedOn" TEXT NOT NULL,
    "DateNote" TEXT NULL,
    "Url" TEXT NULL,
    "Language" TEXT NOT NULL,
    "Reliability" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Sources" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Sources_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "WorkingGroups" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Mandate" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    "Until" TEXT NULL,
    "IssueKeys" TEXT NOT NULL,
    "Members" TEXT NOT NULL,
    "MembersNote" TEXT NULL,
    "Outputs" TEXT NOT NULL,
    "Citations" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_WorkingGroups" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_WorkingGroups_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Delegates" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "PartyKey" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Office" TEXT NULL,
    "OfficeAsOf" TEXT NOT NULL,
    "Anonymous" INTEGER NOT NULL,
    "Citations" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Delegates" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Delegates_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Delegates_Parties_NegotiationId_PartyKey" FOREIGN KEY ("NegotiationId", "PartyKey") REFERENCES "Parties" ("NegotiationId", "Key") ON DELETE RESTRICT
);

CREATE TABLE "Dyads" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "FirstPartyKey" TEXT NOT NULL,
    "SecondPartyKey" TEXT NOT NULL,
    "Required" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Dyads" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Dyads_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Dyads_Parties_NegotiationId_FirstPartyKey" FOREIGN KEY ("NegotiationId", "FirstPartyKey") REFERENCES "Parties" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Dyads_Parties_NegotiationId_SecondPartyKey" FOREIGN KEY ("NegotiationId", "SecondPartyKey") REFERENCES "Parties" ("NegotiationId", "Key") ON DELETE RESTRICT
);

CREATE TABLE "Offers" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NULL,
    "ByPartyKey" TEXT NOT NULL,
    "ToPartyKeys" TEXT NOT NULL,
    "IssueKeys" TEXT NOT NULL,
    "Conditions" TEXT NOT NULL,
    "OfferedOn" TEXT NOT NULL,
    "Validity" TEXT NOT NULL,
    "ValidUntil" TEXT NULL,
    "EndedOn" TEXT NULL,
    "End" TEXT NULL,
    "Citations" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Offers" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Offers_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Offers_Parties_NegotiationId_ByPartyKey" FOREIGN KEY ("NegotiationId", "ByPartyKey") REFERENCES "Parties" ("NegotiationId", "Key") ON DELETE RESTRICT
);

CREATE TABLE "Positions" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "SupersedesKey" TEXT NULL,
    "PartyKey" TEXT NOT NULL,
    "IssueKey" TEXT NOT NULL,
    "Stance" TEXT NULL,
    "Flexibility" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Attribution" TEXT NOT NULL,
    "RoundKey" TEXT NULL,
    "Citations" TEXT NOT NULL,
    "OccurredOn" TEXT NOT NULL,
    "Precision" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Positions" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Positions_Issues_NegotiationId_IssueKey" FOREIGN KEY ("NegotiationId", "IssueKey") REFERENCES "Issues" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Positions_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Positions_Parties_NegotiationId_PartyKey" FOREIGN KEY ("NegotiationId", "PartyKey") REFERENCES "Parties" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Positions_Positions_NegotiationId_SupersedesKey" FOREIGN KEY ("NegotiationId", "SupersedesKey") REFERENCES "Positions" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Positions_Rounds_NegotiationId_RoundKey" FOREIGN KEY ("NegotiationId", "RoundKey") REFERENCES "Rounds" ("NegotiationId", "Key") ON DELETE RESTRICT
);

CREATE TABLE "Drafts" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "WorkingGroupKey" TEXT NULL,
    "IssueKeys" TEXT NOT NULL,
    "Versions" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Drafts_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Drafts_WorkingGroups_NegotiationId_WorkingGroupKey" FOREIGN KEY ("NegotiationId", "WorkingGroupKey") REFERENCES "WorkingGroups" ("NegotiationId", "Key") ON DELETE RESTRICT
);

CREATE TABLE "Claims" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "SupersedesKey" TEXT NULL,
    "Claimants" TEXT NOT NULL,
    "Occasion" TEXT NULL,
    "Figure" TEXT NULL,
    "OfWhat" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "DyadKey" TEXT NULL,
    "ScopeNote" TEXT NULL,
    "ThresholdWord" TEXT NOT NULL,
    "Threshold" TEXT NOT NULL,
    "Hedge" TEXT NULL,
    "ListPublished" INTEGER NOT NULL,
    "NamedOpenIssueKeys" TEXT NOT NULL,
    "ContradictsKeys" TEXT NOT NULL,
    "Appearances" TEXT NOT NULL,
    "OccurredOn" TEXT NOT NULL,
    "Precision" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_Claims" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Claims_Claims_NegotiationId_SupersedesKey" FOREIGN KEY ("NegotiationId", "SupersedesKey") REFERENCES "Claims" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Dyads_NegotiationId_DyadKey" FOREIGN KEY ("NegotiationId", "DyadKey") REFERENCES "Dyads" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "StatusEvents" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "SupersedesKey" TEXT NULL,
    "IssueKey" TEXT NOT NULL,
    "DyadKey" TEXT NOT NULL,
    "Level" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "Rationale" TEXT NOT NULL,
    "RoundKey" TEXT NULL,
    "Citations" TEXT NOT NULL,
    "OccurredOn" TEXT NOT NULL,
    "Precision" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_StatusEvents" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_StatusEvents_Dyads_NegotiationId_DyadKey" FOREIGN KEY ("NegotiationId", "DyadKey") REFERENCES "Dyads" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_StatusEvents_Issues_NegotiationId_IssueKey" FOREIGN KEY ("NegotiationId", "IssueKey") REFERENCES "Issues" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_StatusEvents_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StatusEvents_Rounds_NegotiationId_RoundKey" FOREIGN KEY ("NegotiationId", "RoundKey") REFERENCES "Rounds" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_StatusEvents_StatusEvents_NegotiationId_SupersedesKey" FOREIGN KEY ("NegotiationId", "SupersedesKey") REFERENCES "StatusEvents" ("NegotiationId", "Key") ON DELETE RESTRICT
);

CREATE INDEX "IX_Changes_NegotiationId" ON "Changes" ("NegotiationId");

CREATE INDEX "IX_Claims_NegotiationId_DyadKey" ON "Claims" ("NegotiationId", "DyadKey");

CREATE INDEX "IX_Claims_NegotiationId_SupersedesKey" ON "Claims" ("NegotiationId", "SupersedesKey");

CREATE INDEX "IX_Delegates_NegotiationId_PartyKey" ON "Delegates" ("NegotiationId", "PartyKey");

CREATE INDEX "IX_Drafts_NegotiationId_WorkingGroupKey" ON "Drafts" ("NegotiationId", "WorkingGroupKey");

CREATE INDEX "IX_Dyads_NegotiationId_FirstPartyKey" ON "Dyads" ("NegotiationId", "FirstPartyKey");

CREATE INDEX "IX_Dyads_NegotiationId_SecondPartyKey" ON "Dyads" ("NegotiationId", "SecondPartyKey");

CREATE UNIQUE INDEX "IX_Negotiations_Slug" ON "Negotiations" ("Slug");

CREATE INDEX "IX_Offers_NegotiationId_ByPartyKey" ON "Offers" ("NegotiationId", "ByPartyKey");

CREATE INDEX "IX_Positions_NegotiationId_IssueKey" ON "Positions" ("NegotiationId", "IssueKey");

CREATE INDEX "IX_Positions_NegotiationId_PartyKey" ON "Positions" ("NegotiationId", "PartyKey");

CREATE INDEX "IX_Positions_NegotiationId_RoundKey" ON "Positions" ("NegotiationId", "RoundKey");

CREATE INDEX "IX_Positions_NegotiationId_SupersedesKey" ON "Positions" ("NegotiationId", "SupersedesKey");

CREATE INDEX "IX_StatusEvents_NegotiationId_DyadKey" ON "StatusEvents" ("NegotiationId", "DyadKey");

CREATE INDEX "IX_StatusEvents_NegotiationId_IssueKey" ON "StatusEvents" ("NegotiationId", "IssueKey");

CREATE INDEX "IX_StatusEvents_NegotiationId_RoundKey" ON "StatusEvents" ("NegotiationId", "RoundKey");

CREATE INDEX "IX_StatusEvents_NegotiationId_SupersedesKey" ON "StatusEvents" ("NegotiationId", "SupersedesKey");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123193013_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "WorkingGroups" ADD "Retracted" TEXT NULL;

ALTER TABLE "StatusEvents" ADD "Reason" TEXT NULL;

ALTER TABLE "Sources" ADD "Retracted" TEXT NULL;

ALTER TABLE "Rounds" ADD "Retracted" TEXT NULL;

ALTER TABLE "Positions" ADD "Reason" TEXT NULL;

ALTER TABLE "Parties" ADD "Retracted" TEXT NULL;

ALTER TABLE "Offers" ADD "Retracted" TEXT NULL;

ALTER TABLE "Negotiations" ADD "RequiresApproval" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Issues" ADD "Retracted" TEXT NULL;

ALTER TABLE "Dyads" ADD "Retracted" TEXT NULL;

ALTER TABLE "Drafts" ADD "Retracted" TEXT NULL;

ALTER TABLE "Delegates" ADD "Retracted" TEXT NULL;

ALTER TABLE "Claims" ADD "Reason" TEXT NULL;

ALTER TABLE "Changes" ADD "AccountId" TEXT NULL;

ALTER TABLE "AgendaVersions" ADD "Retracted" TEXT NULL;

CREATE TABLE "Accounts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Accounts" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "DisabledAt" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL
);

CREATE TABLE "Invitations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY AUTOINCREMENT,
    "Email" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "CodeHash" TEXT NOT NULL,
    "InvitedBy" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "ClosedAt" TEXT NULL
);

CREATE TABLE "Outcomes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Outcomes" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "AuthorId" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "BegunAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "ReturnReason" TEXT NULL,
    "DecidedBy" TEXT NULL,
    "ChangeNumber" INTEGER NULL
);

CREATE TABLE "RowChanges" (
    "ChangeNumber" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Section" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    CONSTRAINT "PK_RowChanges" PRIMARY KEY ("ChangeNumber", "Position"),
    CONSTRAINT "FK_RowChanges_Changes_ChangeNumber" FOREIGN KEY ("ChangeNumber") REFERENCES "Changes" ("Number") ON DELETE RESTRICT,
    CONSTRAINT "FK_RowChanges_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "SecurityEvents" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_SecurityEvents" PRIMARY KEY AUTOINCREMENT,
    "RecordedAt" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "AccountId" TEXT NULL,
    "Who" TEXT NOT NULL,
    "From" TEXT NULL,
    "Detail" TEXT NULL
);

CREATE TABLE "AccountClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AccountClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AccountClaims_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NULL,
    CONSTRAINT "PK_AccountLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AccountLogins_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AccountPasskeys" PRIMARY KEY,
    "UserId" TEXT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AccountPasskeys_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AccountTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AccountTokens_Accounts_UserId" FOREIGN KEY ("UserId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AccountClaims_UserId" ON "AccountClaims" ("UserId");

CREATE INDEX "IX_AccountLogins_UserId" ON "AccountLogins" ("UserId");

CREATE INDEX "IX_AccountPasskeys_UserId" ON "AccountPasskeys" ("UserId");

CREATE UNIQUE INDEX "IX_Accounts_NormalizedEmail" ON "Accounts" ("NormalizedEmail");

CREATE UNIQUE INDEX "IX_Accounts_NormalizedUserName" ON "Accounts" ("NormalizedUserName");

CREATE UNIQUE INDEX "IX_Invitations_CodeHash" ON "Invitations" ("CodeHash");

CREATE INDEX "IX_Outcomes_Slug_State" ON "Outcomes" ("Slug", "State");

CREATE INDEX "IX_RowChanges_NegotiationId_Section_Key" ON "RowChanges" ("NegotiationId", "Section", "Key");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123235307_Editing', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "AccountCodeKeys" (
    "AccountId" TEXT NOT NULL CONSTRAINT "PK_AccountCodeKeys" PRIMARY KEY,
    "Sealed" BLOB NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "LastStep" INTEGER NOT NULL,
    CONSTRAINT "FK_AccountCodeKeys_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AccountRecoveryCodes" (
    "AccountId" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    CONSTRAINT "PK_AccountRecoveryCodes" PRIMARY KEY ("AccountId", "Hash"),
    CONSTRAINT "FK_AccountRecoveryCodes_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125224223_Codes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Rounds" ADD "RecordedBy" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Offers" ADD "RecordedBy" TEXT NOT NULL DEFAULT '';

ALTER TABLE "AgendaVersions" ADD "RecordedBy" TEXT NOT NULL DEFAULT '';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126021341_Recorders', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "StatusEvents" ADD "OrderInDay" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Positions" ADD "OrderInDay" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Parties" ADD "Earlier" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Negotiations" ADD "Earlier" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Negotiations" ADD "TimeZone" TEXT NOT NULL DEFAULT 'UTC';

ALTER TABLE "Issues" ADD "Earlier" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Dyads" ADD "Earlier" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Claims" ADD "OrderInDay" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Changes" ADD "Hash" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127030226_Moments', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Changes" ADD "PreviousHash" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127104910_PreviousHash', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Negotiations" ADD "HeadlineChoices" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Claims" ADD "AgreedPoints" INTEGER NULL;

ALTER TABLE "Claims" ADD "DraftKey" TEXT NULL;

ALTER TABLE "Claims" ADD "FigureTo" TEXT NULL;

ALTER TABLE "Claims" ADD "IssueKeys" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Claims" ADD "Points" INTEGER NULL;

CREATE TABLE "ClaimAppearances" (
    "Key" TEXT NOT NULL,
    "NegotiationId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "SupersedesKey" TEXT NULL,
    "Reason" TEXT NULL,
    "ClaimKey" TEXT NOT NULL,
    "Citation" TEXT NOT NULL,
    "Wording" TEXT NULL,
    "OccurredOn" TEXT NOT NULL,
    "Precision" TEXT NOT NULL,
    "OrderInDay" INTEGER NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_ClaimAppearances" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_ClaimAppearances_ClaimAppearances_NegotiationId_SupersedesKey" FOREIGN KEY ("NegotiationId", "SupersedesKey") REFERENCES "ClaimAppearances" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_ClaimAppearances_Claims_NegotiationId_ClaimKey" FOREIGN KEY ("NegotiationId", "ClaimKey") REFERENCES "Claims" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_ClaimAppearances_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Claims_NegotiationId_DraftKey" ON "Claims" ("NegotiationId", "DraftKey");

CREATE INDEX "IX_ClaimAppearances_NegotiationId_ClaimKey" ON "ClaimAppearances" ("NegotiationId", "ClaimKey");

CREATE INDEX "IX_ClaimAppearances_NegotiationId_SupersedesKey" ON "ClaimAppearances" ("NegotiationId", "SupersedesKey");

CREATE TABLE "ef_temp_Claims" (
    "NegotiationId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "AgreedPoints" INTEGER NULL,
    "Appearances" TEXT NOT NULL,
    "Claimants" TEXT NOT NULL,
    "ContradictsKeys" TEXT NOT NULL,
    "DraftKey" TEXT NULL,
    "DyadKey" TEXT NULL,
    "Figure" TEXT NULL,
    "FigureTo" TEXT NULL,
    "Hedge" TEXT NULL,
    "IssueKeys" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "ListPublished" INTEGER NOT NULL,
    "NamedOpenIssueKeys" TEXT NOT NULL,
    "Occasion" TEXT NULL,
    "OccurredOn" TEXT NOT NULL,
    "OfWhat" TEXT NOT NULL,
    "OrderInDay" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Points" INTEGER NULL,
    "Precision" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "ScopeNote" TEXT NULL,
    "SupersedesKey" TEXT NULL,
    "Threshold" TEXT NOT NULL,
    "ThresholdWord" TEXT NOT NULL,
    CONSTRAINT "PK_Claims" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Claims_Claims_NegotiationId_SupersedesKey" FOREIGN KEY ("NegotiationId", "SupersedesKey") REFERENCES "Claims" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Drafts_NegotiationId_DraftKey" FOREIGN KEY ("NegotiationId", "DraftKey") REFERENCES "Drafts" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Dyads_NegotiationId_DyadKey" FOREIGN KEY ("NegotiationId", "DyadKey") REFERENCES "Dyads" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Claims" ("NegotiationId", "Key", "AgreedPoints", "Appearances", "Claimants", "ContradictsKeys", "DraftKey", "DyadKey", "Figure", "FigureTo", "Hedge", "IssueKeys", "Kind", "ListPublished", "NamedOpenIssueKeys", "Occasion", "OccurredOn", "OfWhat", "OrderInDay", "Ordinal", "Points", "Precision", "Reason", "RecordedAt", "RecordedBy", "Scope", "ScopeNote", "SupersedesKey", "Threshold", "ThresholdWord")
SELECT "NegotiationId", "Key", "AgreedPoints", "Appearances", "Claimants", "ContradictsKeys", "DraftKey", "DyadKey", "Figure", "FigureTo", "Hedge", "IssueKeys", "Kind", "ListPublished", "NamedOpenIssueKeys", "Occasion", "OccurredOn", "OfWhat", "OrderInDay", "Ordinal", "Points", "Precision", "Reason", "RecordedAt", "RecordedBy", "Scope", "ScopeNote", "SupersedesKey", "Threshold", "ThresholdWord"
FROM "Claims";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Claims";

ALTER TABLE "ef_temp_Claims" RENAME TO "Claims";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "IX_Claims_NegotiationId_DraftKey" ON "Claims" ("NegotiationId", "DraftKey");

CREATE INDEX "IX_Claims_NegotiationId_DyadKey" ON "Claims" ("NegotiationId", "DyadKey");

CREATE INDEX "IX_Claims_NegotiationId_SupersedesKey" ON "Claims" ("NegotiationId", "SupersedesKey");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127115554_Claims', '10.0.15');

BEGIN TRANSACTION;
ALTER TABLE "Sources" ADD "ArchivedUrl" TEXT NULL;

ALTER TABLE "Sources" ADD "NoLaterThan" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Sources" ADD "Precision" TEXT NOT NULL DEFAULT 'Day';

ALTER TABLE "Rounds" ADD "OutcomeCitations" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "Offers" ADD "RoundKey" TEXT NULL;

ALTER TABLE "Claims" ADD "RoundKey" TEXT NULL;

ALTER TABLE "AgendaVersions" ADD "Points" INTEGER NULL;

CREATE INDEX "IX_Offers_NegotiationId_RoundKey" ON "Offers" ("NegotiationId", "RoundKey");

CREATE INDEX "IX_Claims_NegotiationId_RoundKey" ON "Claims" ("NegotiationId", "RoundKey");

CREATE TABLE "ef_temp_Sources" (
    "NegotiationId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "ArchivedUrl" TEXT NULL,
    "Byline" TEXT NULL,
    "DateAsPrinted" TEXT NULL,
    "DateNote" TEXT NULL,
    "Headline" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "NoLaterThan" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Precision" TEXT NOT NULL,
    "PublishedOn" TEXT NOT NULL,
    "Publisher" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Reliability" TEXT NOT NULL,
    "Retracted" TEXT NULL,
    "Url" TEXT NULL,
    CONSTRAINT "PK_Sources" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Sources_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Sources" ("NegotiationId", "Key", "ArchivedUrl", "Byline", "DateAsPrinted", "DateNote", "Headline", "Language", "NoLaterThan", "Ordinal", "Precision", "PublishedOn", "Publisher", "RecordedAt", "Reliability", "Retracted", "Url")
SELECT "NegotiationId", "Key", "ArchivedUrl", "Byline", "DateAsPrinted", "DateNote", "Headline", "Language", "NoLaterThan", "Ordinal", "Precision", "PublishedOn", "Publisher", "RecordedAt", "Reliability", "Retracted", "Url"
FROM "Sources";

CREATE TABLE "ef_temp_Claims" (
    "NegotiationId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "AgreedPoints" INTEGER NULL,
    "Appearances" TEXT NOT NULL,
    "Claimants" TEXT NOT NULL,
    "ContradictsKeys" TEXT NOT NULL,
    "DraftKey" TEXT NULL,
    "DyadKey" TEXT NULL,
    "Figure" TEXT NULL,
    "FigureTo" TEXT NULL,
    "Hedge" TEXT NULL,
    "IssueKeys" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "ListPublished" INTEGER NOT NULL,
    "NamedOpenIssueKeys" TEXT NOT NULL,
    "Occasion" TEXT NULL,
    "OccurredOn" TEXT NOT NULL,
    "OfWhat" TEXT NOT NULL,
    "OrderInDay" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Points" INTEGER NULL,
    "Precision" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RoundKey" TEXT NULL,
    "Scope" TEXT NOT NULL,
    "ScopeNote" TEXT NULL,
    "SupersedesKey" TEXT NULL,
    "Threshold" TEXT NOT NULL,
    "ThresholdWord" TEXT NOT NULL,
    CONSTRAINT "PK_Claims" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Claims_Claims_NegotiationId_SupersedesKey" FOREIGN KEY ("NegotiationId", "SupersedesKey") REFERENCES "Claims" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Drafts_NegotiationId_DraftKey" FOREIGN KEY ("NegotiationId", "DraftKey") REFERENCES "Drafts" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Dyads_NegotiationId_DyadKey" FOREIGN KEY ("NegotiationId", "DyadKey") REFERENCES "Dyads" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Claims_Rounds_NegotiationId_RoundKey" FOREIGN KEY ("NegotiationId", "RoundKey") REFERENCES "Rounds" ("NegotiationId", "Key") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Claims" ("NegotiationId", "Key", "AgreedPoints", "Appearances", "Claimants", "ContradictsKeys", "DraftKey", "DyadKey", "Figure", "FigureTo", "Hedge", "IssueKeys", "Kind", "ListPublished", "NamedOpenIssueKeys", "Occasion", "OccurredOn", "OfWhat", "OrderInDay", "Ordinal", "Points", "Precision", "Reason", "RecordedAt", "RecordedBy", "RoundKey", "Scope", "ScopeNote", "SupersedesKey", "Threshold", "ThresholdWord")
SELECT "NegotiationId", "Key", "AgreedPoints", "Appearances", "Claimants", "ContradictsKeys", "DraftKey", "DyadKey", "Figure", "FigureTo", "Hedge", "IssueKeys", "Kind", "ListPublished", "NamedOpenIssueKeys", "Occasion", "OccurredOn", "OfWhat", "OrderInDay", "Ordinal", "Points", "Precision", "Reason", "RecordedAt", "RecordedBy", "RoundKey", "Scope", "ScopeNote", "SupersedesKey", "Threshold", "ThresholdWord"
FROM "Claims";

CREATE TABLE "ef_temp_Offers" (
    "NegotiationId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "ByPartyKey" TEXT NOT NULL,
    "Citations" TEXT NOT NULL,
    "Conditions" TEXT NOT NULL,
    "End" TEXT NULL,
    "EndedOn" TEXT NULL,
    "IssueKeys" TEXT NOT NULL,
    "OfferedOn" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Retracted" TEXT NULL,
    "RoundKey" TEXT NULL,
    "Text" TEXT NULL,
    "Title" TEXT NOT NULL,
    "ToPartyKeys" TEXT NOT NULL,
    "ValidUntil" TEXT NULL,
    "Validity" TEXT NOT NULL,
    CONSTRAINT "PK_Offers" PRIMARY KEY ("NegotiationId", "Key"),
    CONSTRAINT "FK_Offers_Negotiations_NegotiationId" FOREIGN KEY ("NegotiationId") REFERENCES "Negotiations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Offers_Parties_NegotiationId_ByPartyKey" FOREIGN KEY ("NegotiationId", "ByPartyKey") REFERENCES "Parties" ("NegotiationId", "Key") ON DELETE RESTRICT,
    CONSTRAINT "FK_Offers_Rounds_NegotiationId_RoundKey" FOREIGN KEY ("NegotiationId", "RoundKey") REFERENCES "Rounds" ("NegotiationId", "Key") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Offers" ("NegotiationId", "Key", "ByPartyKey", "Citations", "Conditions", "End", "EndedOn", "IssueKeys", "OfferedOn", "Ordinal", "RecordedAt", "RecordedBy", "Retracted", "RoundKey", "Text", "Title", "ToPartyKeys", "ValidUntil", "Validity")
SELECT "NegotiationId", "Key", "ByPartyKey", "Citations", "Conditions", "End", "EndedOn", "IssueKeys", "OfferedOn", "Ordinal", "RecordedAt", "RecordedBy", "Retracted", "RoundKey", "Text", "Title", "ToPartyKeys", "ValidUntil", "Validity"
FROM "Offers";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Sources";

ALTER TABLE "ef_temp_Sources" RENAME TO "Sources";

DROP TABLE "Claims";

ALTER TABLE "ef_temp_Claims" RENAME TO "Claims";

DROP TABLE "Offers";

ALTER TABLE "ef_temp_Offers" RENAME TO "Offers";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "IX_Claims_NegotiationId_DraftKey" ON "Claims" ("NegotiationId", "DraftKey");

CREATE INDEX "IX_Claims_NegotiationId_DyadKey" ON "Claims" ("NegotiationId", "DyadKey");

CREATE INDEX "IX_Claims_NegotiationId_RoundKey" ON "Claims" ("NegotiationId", "RoundKey");

CREATE INDEX "IX_Claims_NegotiationId_SupersedesKey" ON "Claims" ("NegotiationId", "SupersedesKey");

CREATE INDEX "IX_Offers_NegotiationId_ByPartyKey" ON "Offers" ("NegotiationId", "ByPartyKey");

CREATE INDEX "IX_Offers_NegotiationId_RoundKey" ON "Offers" ("NegotiationId", "RoundKey");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127120535_TalksAsKnown', '10.0.15');

BEGIN TRANSACTION;
ALTER TABLE "Negotiations" ADD "Publication" TEXT NOT NULL DEFAULT 'Published';

ALTER TABLE "Negotiations" ADD "TakenOffReason" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127121245_BoardPublication', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "KeptForms" (
    "AccountId" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Slug" TEXT NULL,
    "Title" TEXT NOT NULL,
    "Typed" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "KeptAt" TEXT NOT NULL,
    CONSTRAINT "PK_KeptForms" PRIMARY KEY ("AccountId", "Address"),
    CONSTRAINT "FK_KeptForms_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127152506_KeptForms', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "AccountCodeKeys" ADD "Session" TEXT NULL;

CREATE TABLE "AccountSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AccountSessions" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "BeganAt" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL,
    "From" TEXT NULL,
    "Browser" TEXT NOT NULL,
    "SecondFactor" INTEGER NOT NULL,
    CONSTRAINT "FK_AccountSessions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "SecurityTraces" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_SecurityTraces" PRIMARY KEY,
    "From" TEXT NULL,
    "Address" TEXT NULL,
    CONSTRAINT "FK_SecurityTraces_SecurityEvents_Number" FOREIGN KEY ("Number") REFERENCES "SecurityEvents" ("Number") ON DELETE RESTRICT
);

CREATE INDEX "IX_AccountSessions_AccountId" ON "AccountSessions" ("AccountId");

INSERT INTO SecurityTraces (Number, "From", Address)
SELECT Number, "From",
    CASE
        WHEN AccountId IS NULL AND Kind IN ('sign-in-failed', 'throttled') AND Who LIKE '_%@_%' AND Who NOT LIKE '% %' THEN Who
        WHEN Kind IN ('account-made', 'set-up', 'invited') AND Detail LIKE '_%@_% as %'
            THEN substr(Detail, 1, instr(Detail, ' as ') - 1)
        WHEN Kind = 'invitation-withdrawn' THEN Detail
    END
FROM SecurityEvents
WHERE "From" IS NOT NULL OR (AccountId IS NULL AND Kind IN ('sign-in-failed', 'throttled') AND Who LIKE '_%@_%')
    OR Kind IN ('account-made', 'set-up', 'invited', 'invitation-withdrawn');

DROP TRIGGER IF EXISTS SecurityEvents_refuse_update;

UPDATE SecurityEvents SET Who = '' WHERE AccountId IS NULL AND Kind IN ('sign-in-failed', 'throttled');

UPDATE SecurityEvents SET Detail = NULL WHERE Kind = 'sign-in-failed' AND Detail LIKE 'As %@%.';

UPDATE SecurityEvents SET Detail = NULL WHERE Kind = 'invitation-withdrawn';

UPDATE SecurityEvents SET Detail = 'As ' || substr(Detail, instr(Detail, ' as ') + 4) || '.' WHERE Kind IN ('account-made', 'set-up', 'invited') AND Detail LIKE '_%@_% as %';

CREATE TABLE "ef_temp_SecurityEvents" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_SecurityEvents" PRIMARY KEY AUTOINCREMENT,
    "AccountId" TEXT NULL,
    "Detail" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "Who" TEXT NOT NULL
);

INSERT INTO "ef_temp_SecurityEvents" ("Number", "AccountId", "Detail", "Kind", "RecordedAt", "Who")
SELECT "Number", "AccountId", "Detail", "Kind", "RecordedAt", "Who"
FROM "SecurityEvents";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "SecurityEvents";

ALTER TABLE "ef_temp_SecurityEvents" RENAME TO "SecurityEvents";

COMMIT;

PRAGMA foreign_keys = 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127190945_Sessions', '10.0.15');

BEGIN TRANSACTION;
CREATE TABLE "DoneCommands" (
    "Once" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "ChangeNumber" INTEGER NOT NULL,
    "Rows" TEXT NOT NULL,
    "DoneAt" TEXT NOT NULL,
    CONSTRAINT "PK_DoneCommands" PRIMARY KEY ("Once", "AccountId")
);

CREATE TABLE "ProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
);

CREATE INDEX "IX_DoneCommands_DoneAt" ON "DoneCommands" ("DoneAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127201945_Nodes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "SignInAttempts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SignInAttempts" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "UsedUp" (
    "What" TEXT NOT NULL CONSTRAINT "PK_UsedUp" PRIMARY KEY,
    "Until" TEXT NOT NULL
);

CREATE INDEX "IX_SignInAttempts_At" ON "SignInAttempts" ("At");

CREATE INDEX "IX_SignInAttempts_Key_At" ON "SignInAttempts" ("Key", "At");

CREATE INDEX "IX_UsedUp_Until" ON "UsedUp" ("Until");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127222602_Limits', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Comments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Comments" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "AuthorId" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "Mentions" (
    "CommentId" TEXT NOT NULL,
    "AccountId" TEXT NOT NULL,
    "Done" INTEGER NOT NULL,
    CONSTRAINT "PK_Mentions" PRIMARY KEY ("CommentId", "AccountId"),
    CONSTRAINT "FK_Mentions_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Mentions_Comments_CommentId" FOREIGN KEY ("CommentId") REFERENCES "Comments" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Comments_Slug_Section_Key" ON "Comments" ("Slug", "Section", "Key");

CREATE INDEX "IX_Mentions_AccountId_Done" ON "Mentions" ("AccountId", "Done");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127223514_Comments', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "DoneCommands" ADD "Asked" TEXT NULL;

CREATE TABLE "AccessTokens" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AccessTokens" PRIMARY KEY,
    "AccountId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "SecondFactor" INTEGER NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "LastUsedAt" TEXT NULL,
    CONSTRAINT "FK_AccessTokens_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_AccessTokens_AccountId" ON "AccessTokens" ("AccountId");

CREATE UNIQUE INDEX "IX_AccessTokens_Hash" ON "AccessTokens" ("Hash");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128013302_Tokens', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Follows" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Follows" PRIMARY KEY AUTOINCREMENT,
    "AccountId" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Frequency" TEXT NOT NULL,
    "LastChange" INTEGER NOT NULL,
    "NextAt" TEXT NOT NULL,
    CONSTRAINT "FK_Follows_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Mails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Mails" PRIMARY KEY,
    "AccountId" TEXT NULL,
    "Address" TEXT NULL,
    "Sealed" BLOB NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "Tries" INTEGER NOT NULL,
    "NextTryAt" TEXT NULL,
    "LeasedUntil" TEXT NULL,
    "LeasedBy" TEXT NULL,
    "Fault" TEXT NULL,
    CONSTRAINT "FK_Mails_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Webhooks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Webhooks" PRIMARY KEY AUTOINCREMENT,
    "Address" TEXT NOT NULL,
    "Slug" TEXT NULL,
    "Origin" TEXT NOT NULL,
    "SealedSecret" BLOB NOT NULL,
    "LastChange" INTEGER NOT NULL,
    "AddedAt" TEXT NOT NULL,
    "AddedBy" TEXT NOT NULL,
    "PausedAt" TEXT NULL
);

CREATE TABLE "WebhookDeliveries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_WebhookDeliveries" PRIMARY KEY,
    "WebhookId" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    "ChangeNumber" INTEGER NOT NULL,
    "MadeAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Tries" INTEGER NOT NULL,
    "NextTryAt" TEXT NULL,
    "LeasedUntil" TEXT NULL,
    "LeasedBy" TEXT NULL,
    "TriedAt" TEXT NULL,
    "Status" INTEGER NULL,
    "Fault" TEXT NULL,
    CONSTRAINT "FK_WebhookDeliveries_Webhooks_WebhookId" FOREIGN KEY ("WebhookId") REFERENCES "Webhooks" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Follows_AccountId_Slug_Kind_Key" ON "Follows" ("AccountId", "Slug", "Kind", "Key");

CREATE INDEX "IX_Follows_NextAt" ON "Follows" ("NextAt");

CREATE INDEX "IX_Mails_AccountId" ON "Mails" ("AccountId");

CREATE INDEX "IX_Mails_NextTryAt" ON "Mails" ("NextTryAt");

CREATE INDEX "IX_WebhookDeliveries_MadeAt" ON "WebhookDeliveries" ("MadeAt");

CREATE INDEX "IX_WebhookDeliveries_State_NextTryAt" ON "WebhookDeliveries" ("State", "NextTryAt");

CREATE UNIQUE INDEX "IX_WebhookDeliveries_WebhookId_ChangeNumber" ON "WebhookDeliveries" ("WebhookId", "ChangeNumber");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128024500_Alerts', '10.0.15');

COMMIT;

